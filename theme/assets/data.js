// Lists as data. The scripts beside a list's page hand over what they hold; whoever needs it loads them, once each, from a server or a folder alike.
//   await portal.load("table.js"); portal.tables.offerings      which rows have which facets
//   await portal.load("rows/0.js"); portal.records.offerings[0] the rows themselves, as many as the table's `size`
//   await portal.load("found.js"); portal.results.offerings     which record a result of the text search is
window.portal = (() => {
  const loads = new Map();
  const portal = { tables: {}, records: {}, results: {} };
  portal.table = (kind, table) => { portal.tables[kind] = table; };
  portal.rows = (kind, number, rows) => { (portal.records[kind] ||= {})[number] = rows; };
  portal.found = (kind, ids) => { portal.results[kind] = ids; };
  const insert = (address) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => { loads.delete(address); script.remove(); reject(new Error(address)); };
    document.head.append(script);
  });
  portal.load = (path) => {
    const address = new URL(path, document.baseURI).href;
    if (!loads.has(address)) loads.set(address, insert(address));
    return loads.get(address);
  };

  // The records of some ids, those that a list of its kind holds; `base` is the folder of the lists.
  portal.fetch = async (base, kind, ids) => {
    await portal.load(`${base}${kind}/table.js`);
    const { ids: all, size } = portal.tables[kind];
    const wanted = new Set(ids);
    const parts = new Set(all.flatMap((id, row) => (wanted.has(id) ? [Math.floor(row / size)] : [])));
    await Promise.all([...parts].map((number) => portal.load(`${base}${kind}/rows/${number}.js`)));
    return [...parts].flatMap((number) => portal.records[kind][number]).filter((one) => wanted.has(one.id));
  };

  // Offers a text as a file to keep.
  portal.save = (name, text, type) => {
    const link = document.createElement("a");
    Object.assign(link, { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  // A row number is a step from the one before, in figures of five bits, the lowest first; the sixth bit says that another one follows.
  const FIGURES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Map([...FIGURES].map((figure, value) => [figure, value]));
  portal.unpacked = (text) => {
    const rows = [];
    let row = -1, step = 0, shift = 0;
    for (const figure of text) {
      const value = VALUES.get(figure);
      step |= (value & 31) << shift;
      shift += 5;
      if (value > 31) continue;
      row += step + 1;
      rows.push(row);
      step = shift = 0;
    }
    return rows;
  };
  return portal;
})();
