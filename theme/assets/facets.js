// A list that can be filtered, sorted and searched on the spot. Without this script its filters are links to pages that say the same.
(() => {
  const list = document.querySelector("[data-list]");
  if (!list) return;
  const find = (name) => list.querySelector(`[data-${name}]`);
  const words = JSON.parse(document.querySelector("[data-list-words]").textContent);
  const kind = list.dataset.list;
  const home = new URL(list.dataset.home, document.baseURI);
  const page = location.protocol === "file:" ? new URL("index.html", home) : home;
  // Rows lead on from the list's first page; its later pages hand a choice over to it.
  const first = new URL("./", location.href).href === home.href;
  const language = document.documentElement.lang;
  const figures = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const plural = new Intl.PluralRules(language);
  const STEP = 48;
  const IN_SIGHT = 12;
  let chosen = new Map();
  let text = "";
  let sort = "";
  let choices = null;
  let rows = [];
  let shown = 0;
  let turn = 0;

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const counted = (forms, n) => (forms[plural.select(n)] ?? forms.other).replace("{n}", figures.format(n));

  // The filters' links become boxes to tick.
  const boxes = new Map();
  for (const group of list.querySelectorAll("[data-group]")) {
    for (const link of group.querySelectorAll("[data-key]")) {
      const box = make("input", { type: "checkbox", name: group.dataset.group, value: link.dataset.key });
      const label = make("label", { className: link.className }, box, ...link.childNodes);
      link.replaceWith(label);
      boxes.set(`${box.name}/${box.value}`, { box, label, name: label.querySelector(".option__name").textContent, count: label.querySelector(".option__count") });
    }
  }
  const nameOf = (group, key) => boxes.get(`${group}/${key}`).name;

  // State and address.
  const toAddress = () => {
    const address = new URL(page);
    for (const [group, keys] of chosen) if (keys.size) address.searchParams.set(group, [...keys].join(","));
    if (text) address.searchParams.set("q", text);
    if (sort) address.searchParams.set("sort", sort);
    // A comma needs no escape in a query.
    address.search = address.search.replaceAll("%2C", ",");
    return address.href;
  };
  // A market of which no record says anything cannot be chosen; whoever asks for it is told so.
  const nowhere = make("p", { className: "list__note", hidden: true });
  list.querySelector(".list__bar").after(nowhere);
  const tellNowhere = (key) => {
    const name = key && !boxes.has(`market/${key}`) && document.querySelector(`[data-guided] option[value="${CSS.escape(key)}"]`)?.textContent;
    nowhere.textContent = name ? words.nowhere.replace("{market}", name) : "";
    nowhere.hidden = !name;
  };
  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    chosen = new Map();
    for (const [group, keys] of query) {
      const known = keys.split(",").filter((key) => boxes.has(`${group}/${key}`));
      if (known.length) chosen.set(group, new Set(known));
    }
    text = query.get("q") ?? "";
    sort = query.get("sort") === "updated" ? "updated" : "";
    tellNowhere(query.get("market"));
    for (const { box } of boxes.values()) box.checked = Boolean(chosen.get(box.name)?.has(box.value));
    find("text").value = text;
    find("sort").value = sort;
    return chosen.size || text || sort;
  };
  let asked = location.search;
  const remember = () => {
    try { history.pushState(null, "", toAddress()); } catch { /* a folder of files may refuse: the list is filtered all the same */ }
    asked = location.search;
  };

  // Words: which records the page's search index finds.
  const found = async () => {
    if (!text || location.protocol === "file:") return null;
    await Promise.all([portal.load(list.dataset.search), portal.load(new URL("found.js", home).href)]);
    const results = await portal.search(text);
    return choices.among(results.map((result) => portal.results[kind][result.id]));
  };

  const recordAt = (row) => portal.records[kind]?.[Math.floor(row / portal.tables[kind].size)]?.[row % portal.tables[kind].size];
  const load = async (some) => {
    const numbers = new Set(some.map((row) => Math.floor(row / portal.tables[kind].size)));
    await Promise.all([...numbers].map((number) => portal.load(new URL(`rows/${number}.js`, home).href)));
  };

  // Rows and the table's lines.
  const elementOf = (html) => { const template = document.createElement("template"); template.innerHTML = html; return template.content; };
  const labelsOf = (group, keys) => keys.map((key) => boxes.get(`${group}/${key}`)?.name ?? key).join(words.comma);
  const cell = (record, column) => {
    const fact = record.facts.find(([key]) => key === column)?.[2];
    if (column === "makers") return record.makers.join(words.comma);
    if (column === "country") return labelsOf("country", record.country.map((code) => code.toLowerCase()));
    if (column === "cluster") return labelsOf("cluster", record.clusters);
    return fact;
  };
  const columns = [...list.querySelectorAll("[data-column]")].map((head) => head.dataset.column).slice(1);
  const line = (record) => {
    const name = make("a", { href: new URL(`../../${record.url}`, home).href }, make("bdi", { textContent: record.name.text }));
    if (record.name.lang !== language) Object.assign(name, { lang: record.name.lang });
    const cells = columns.map((column) => make("td", {}, cell(record, column) || make("span", { className: "unknown", textContent: words.unstated })));
    return make("tr", {}, Object.assign(make("th", {}, name), { scope: "row" }), ...cells);
  };

  const more = make("button", { type: "button", className: "button list__more", hidden: true });
  const empty = make("div", { className: "empty", hidden: true }, make("strong", { textContent: words.none }), words.none_more);
  find("rows").parentElement.after(empty);
  list.querySelector(".list__main").append(more);

  // Only the view that is looked at is drawn: what is in sight at once, the rest when the reader's click has been answered.
  const root = document.documentElement;
  const drawn = { rows: 0, table: 0 };
  const draw = (until) => {
    const view = root.dataset.view === "table" ? "table" : "rows";
    const records = rows.slice(drawn[view], until).map(recordAt).filter(Boolean);
    find(view).append(...(view === "table" ? records.map(line) : [elementOf(records.map((record) => record.row).join(""))]));
    drawn[view] = Math.max(drawn[view], until);
  };
  const drawAll = () => { if (shown) draw(shown); };
  new MutationObserver(drawAll).observe(root, { attributeFilter: ["data-view"] });
  const add = async (mine) => {
    const next = rows.slice(shown, shown + STEP);
    await load(next);
    if (mine !== turn) return;
    shown += next.length;
    more.hidden = shown >= rows.length;
    more.textContent = counted(words.more, Math.min(STEP, rows.length - shown));
  };

  const chip = (label, remove) => {
    const button = make("button", { type: "button", className: "chip chip--chosen", ariaLabel: words.remove.replace("{name}", label), onclick: remove }, make("bdi", { textContent: label }));
    return button;
  };
  const tellChosen = () => {
    const chips = [...chosen].flatMap(([group, keys]) => [...keys].map((key) => chip(nameOf(group, key), () => toggle(group, key, false))));
    if (text) chips.push(chip(text, () => { text = find("text").value = ""; change(); }));
    const clear = make("button", { type: "button", className: "chosen__clear", textContent: words.clear, onclick: () => { chosen = new Map(); text = find("text").value = ""; change(); } });
    const focused = find("chosen").contains(document.activeElement);
    find("chosen").replaceChildren(...chips, ...(chips.length > 1 ? [clear] : []));
    find("chosen").hidden = !chips.length;
    if (focused) (find("chosen").querySelector("button") ?? find("sort")).focus();
    find("filters-title").textContent = chips.length ? words.button.replace("{n}", figures.format(chips.length)) : words.title;
  };
  const tellCounts = (counts) => {
    for (const { box, label, count } of boxes.values()) {
      const n = counts.get(box.name).get(box.value);
      const said = figures.format(n);
      if (count.textContent !== said) count.textContent = said;
      box.checked = Boolean(chosen.get(box.name)?.has(box.value));
      box.disabled = !n && !box.checked;
      label.classList.toggle("option--none", box.disabled);
    }
  };

  const show = async () => {
    const mine = ++turn;
    try {
      await portal.load(new URL("table.js", home).href);
      choices ??= portal.choices(portal.tables[kind]);
      const within = await found();
      if (mine !== turn) return;
      const fitting = choices.fitting(chosen, within);
      const { updated } = portal.tables[kind];
      rows = sort ? fitting.rows.sort((one, other) => updated[one] - updated[other] || one - other) : fitting.rows;
      tellCounts(fitting.counts);
      tellChosen();
      shown = 0;
      await add(mine);
      if (mine !== turn) return;
      for (const pager of list.querySelectorAll(".pager")) pager.hidden = true;
      for (const view of ["rows", "table"]) {
        find(view).replaceChildren();
        drawn[view] = 0;
      }
      draw(IN_SIGHT);
      setTimeout(drawAll);
      empty.hidden = rows.length > 0;
      find("status").textContent = counted(words.count, rows.length);
    } catch (problem) {
      find("status").textContent = words.failed;
      throw problem;
    }
  };
  const change = () => {
    if (!first) return location.assign(toAddress());
    remember();
    return show();
  };
  const toggle = (group, key, on) => {
    const keys = new Set(chosen.get(group));
    if (on) keys.add(key); else keys.delete(key);
    chosen = new Map([...chosen, [group, keys]].filter(([, some]) => some.size));
    return change();
  };

  list.addEventListener("change", ({ target }) => { if (target.matches("[data-group] input")) toggle(target.name, target.value, target.checked); });
  // Whoever comes near the filters will need the table.
  find("filters").addEventListener("pointerenter", () => portal.load(new URL("table.js", home).href).catch(() => {}), { once: true });
  find("sort").addEventListener("change", () => { sort = find("sort").value; change(); });
  let pause = 0;
  find("text").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(() => { text = find("text").value.trim(); change(); }, 200); });
  more.addEventListener("click", async () => {
    const before = shown;
    await add(turn);
    drawAll();
    (list.querySelectorAll("[data-rows] > li")[before]?.querySelector("a") ?? more).focus({ preventScroll: true });
  });
  // A link within the page is told here too.
  addEventListener("popstate", () => {
    if (!first || location.search === asked) return;
    asked = location.search;
    fromAddress();
    show();
  });
  if (location.protocol === "file:") {
    find("text").hidden = true;
    find("text-offline").hidden = false;
  }
  if (fromAddress() && first) show();
})();
