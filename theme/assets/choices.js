// Which rows fit the chosen values: OR inside a group, AND between groups. Sets of rows are bits, 32 of them in a number.
portal.choices = (table) => {
  const size = Math.ceil(table.ids.length / 32);
  const everything = () => {
    const set = new Uint32Array(size).fill(0xffffffff);
    if (table.ids.length % 32) set[size - 1] = 2 ** (table.ids.length % 32) - 1;
    return set;
  };
  const setOf = (rows) => {
    const set = new Uint32Array(size);
    for (const row of rows) set[row >>> 5] |= 1 << (row & 31);
    return set;
  };
  const join = (set, other) => { for (let place = 0; place < size; place++) set[place] |= other[place]; return set; };
  const meet = (set, other) => { for (let place = 0; place < size; place++) set[place] &= other[place]; return set; };
  const bits = (number) => {
    number -= (number >>> 1) & 0x55555555;
    number = (number & 0x33333333) + ((number >>> 2) & 0x33333333);
    return (((number + (number >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  };
  const common = (set, other) => {
    let count = 0;
    for (let place = 0; place < size; place++) count += bits(set[place] & other[place]);
    return count;
  };
  const rowsOf = (set) => {
    const rows = [];
    for (let place = 0; place < size; place++) {
      for (let word = set[place]; word; word &= word - 1) rows.push(place * 32 + 31 - Math.clz32(word & -word));
    }
    return rows;
  };

  const groups = new Map(table.groups.map((group) => [
    group.key, new Map(group.options.map((option) => [option.key, setOf(portal.unpacked(option.rows))])),
  ]));
  const rowOf = new Map(table.ids.map((id, row) => [id, row]));

  // What the other groups leave, for a group whose own choices are not to count.
  const left = (chosen, within, except) => {
    const set = within ? within.slice() : everything();
    for (const [group, keys] of chosen) {
      if (group !== except && keys.size) meet(set, [...keys].reduce((union, key) => join(union, groups.get(group).get(key)), new Uint32Array(size)));
    }
    return set;
  };

  return {
    // The rows of some records; what the table does not know is left out.
    among: (ids) => setOf(ids.map((id) => rowOf.get(id)).filter((row) => row !== undefined)),
    knows: (group, key) => Boolean(groups.get(group)?.has(key)),
    // `chosen` maps a group to a set of keys, `within` is a set of rows or nothing. Gives the rows that fit, in order, and for each group
    // how many would fit each option if nothing were chosen in that group.
    fitting(chosen, within) {
      const all = left(chosen, within);
      const counts = new Map();
      for (const [group, options] of groups) {
        const base = chosen.get(group)?.size ? left(chosen, within, group) : all;
        counts.set(group, new Map([...options].map(([key, set]) => [key, common(base, set)])));
      }
      return { rows: rowsOf(all), counts };
    },
  };
};
