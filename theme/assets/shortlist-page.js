// The shortlist's own page: the list, notes, comparison, sharing by link, print and table. Words come from the page's data.
(() => {
  const place = document.querySelector("[data-shortlist]");
  if (!place) return;
  const { words, clusters, headers, base, site, formats, now } = JSON.parse(document.getElementById("shortlist-data").textContent);
  const language = document.documentElement.lang;
  const part = (name) => place.querySelector(`[data-part="${name}"]`);
  const KINDS = ["offerings", "companies"], MOST = 4, FEW = 2;
  let records = new Map(), lost = [], chosen = new Set(), turn = 0, noting = false;

  const filled = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const element = (name, values = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(values)) key in made ? (made[key] = value) : made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const button = (text, act, label = text) => element("button", { type: "button", className: "button button--small", textContent: text, ariaLabel: label, onclick: act });
  const shared = () => shortlist.named().length > 0;
  // What was renamed since stands here under the id it has now, once.
  const once = (one, place, all) => all.findIndex((other) => other.id === one.id) === place;
  const renamed = (entries) => entries.map((one) => ({ ...one, id: Object.hasOwn(now, one.id) ? now[one.id] : one.id })).filter(once);
  const entries = () => (shared() ? renamed(shortlist.named().map((id) => ({ id, note: "" }))) : shortlist.all());
  if (shortlist.all().some(({ id }) => Object.hasOwn(now, id))) shortlist.put(renamed(shortlist.all()));
  const address = (id) => `${site}id/${id}/`;
  const ownPage = () => location.href.split("#")[0];

  const fetchAll = async () => {
    const missing = entries().map((one) => one.id).filter((id) => shortlist.sound(id) && !records.has(id));
    if (missing.length) await Promise.all(KINDS.map(async (kind) => { for (const one of await portal.fetch(base, kind, missing)) records.set(one.id, { ...one, kind }); }));
    lost = entries().map((one) => one.id).filter((id) => !records.has(id));
  };

  const nameOf = (one) => element("span", { lang: one.name.lang, dir: one.name.dir, textContent: one.name.text });
  const linkTo = (one) => element("a", { href: `${base}../${one.url}` }, nameOf(one));
  const factsOf = (one) => [...one.facts.map(([key, label, value]) => [key, label, value]), ...one.specifications.map(([label, value]) => [`specification ${label}`, label, value])];

  const noteOf = ({ id, note }, one) => {
    const area = element("textarea", { rows: 2, value: note, id: `note-${id}`, autocomplete: "off", maxLength: 2000 });
    const written = element("p", { className: "choice__written", textContent: note });
    area.addEventListener("input", () => { written.textContent = area.value; });
    area.addEventListener("change", () => { noting = true; shortlist.note(id, area.value); noting = false; });
    const label = element("label", { htmlFor: area.id, textContent: filled("shortlist.note", { name: one.name.text }) });
    return element("div", { className: "choice__note" }, label, area, written);
  };
  const choiceOf = (one) => {
    const box = element("input", { type: "checkbox", checked: chosen.has(one.id), ariaLabel: filled("shortlist.choose_named", { name: one.name.text }) });
    box.addEventListener("change", () => {
      if (box.checked && chosen.size >= MOST) { box.checked = false; say(words["compare.most"]); return; }
      box.checked ? chosen.add(one.id) : chosen.delete(one.id);
      compare();
    });
    return element("label", { className: "option choice__compare" }, box, words["shortlist.choose"]);
  };
  const item = (entry) => {
    const one = records.get(entry.id);
    const facts = factsOf(one).map(([, label, value]) => element("div", { className: "facts__row" }, element("dt", { textContent: label }), element("dd", { textContent: value })));
    const remove = button(words["shortlist.remove"], () => drop(one), filled("shortlist.remove_named", { name: one.name.text }));
    return element("li", { className: "choice" },
      element("div", { className: "choice__main" }, element("h2", { className: "row__name" }, linkTo(one)), element("p", { className: "row__text", textContent: one.summary }),
        element("p", { className: "row__facts" }, ...one.makers.map((maker) => element("bdi", { textContent: maker })), element("span", { textContent: one.country.map(country).join(", ") })),
        element("dl", { className: "facts choice__facts" }, ...facts), element("p", { className: "choice__address", dir: "ltr", textContent: address(one.id) }), ...(shared() ? [] : [noteOf(entry, one)])),
      element("div", { className: "choice__acts" }, choiceOf(one), ...(shared() ? [] : [remove])));
  };
  const country = (code) => new Intl.DisplayNames([language], { type: "region" }).of(code);

  const say = (text, undo) => {
    part("status").replaceChildren(text, ...(undo ? [" ", button(words["shortlist.undo"], () => { undo(); say(""); part("status").focus(); })] : []));
    if (undo) part("status").querySelector("button").focus();
  };
  const drop = (one) => {
    const before = shortlist.all();
    chosen.delete(one.id);
    shortlist.drop(one.id);
    say(filled("shortlist.removed", { name: one.name.text }), () => shortlist.put(before));
  };
  const clear = () => {
    const before = shortlist.all();
    chosen.clear();
    shortlist.put([]);
    say(words["shortlist.cleared"], () => shortlist.put(before));
  };

  const compare = () => {
    const compared = entries().map((one) => records.get(one.id)).filter((one) => one && chosen.has(one.id));
    const enough = compared.length >= FEW;
    part("compare-table").hidden = part("differences").hidden = !enough;
    part("few").hidden = enough;
    if (enough) part("compare-table").replaceChildren(tableOf(compared, part("only").checked));
  };
  const tableOf = (compared, only) => {
    const labels = new Map(compared.flatMap(factsOf).map(([key, label]) => [key, label]));
    const rows = [...labels].map(([key, label]) => rowOf(label, compared.map((one) => factsOf(one).find(([own]) => own === key)?.[2] ?? ""))).filter((row) => row.differs || !only);
    const heads = compared.map((one) => element("th", { scope: "col" }, linkTo(one)));
    return element("table", { className: "table compare" },
      element("caption", { className: "visually-hidden", textContent: words["compare.title"] }),
      element("thead", {}, element("tr", {}, element("th", { scope: "col", textContent: words["compare.feature"] }), ...heads)),
      element("tbody", {}, ...rows.map((row) => row.made)));
  };
  const rowOf = (label, values) => {
    const differs = new Set(values).size > 1;
    const mark = element("span", { className: "compare__differs", textContent: words["compare.differs"] });
    const cells = values.map((value) => element("td", {}, value ? element("bdi", { textContent: value }) : element("span", { className: "unknown", textContent: words["unknown.not_stated"] })));
    return { differs, made: element("tr", { className: differs ? "compare__row compare__row--differs" : "compare__row" }, element("th", { scope: "row" }, label, ...(differs ? [" ", mark] : [])), ...cells) };
  };

  // As the portal's own tables: a byte order mark, every cell quoted, and none that a spreadsheet takes for a formula.
  const FORMULA = /(?:^|(?<=;))(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))/g;
  const cell = (text) => `"${String(text).split(/\s+/).join(" ").trim().replace(FORMULA, "'").replaceAll('"', '""')}"`;
  const cellsOf = ({ id, note }) => {
    const one = records.get(id);
    const stated = Object.fromEntries(one.facts.map(([key, , value]) => [key, value]));
    const own = { id, name: one.name.text, company: one.kind === "companies" ? one.name.text : one.makers.join("; "), cluster: one.clusters.map((key) => clusters[key] ?? key).join("; "),
      country: one.country.map(country).join("; "), summary: one.summary, language: one.name.lang, address: address(id), note };
    return Object.keys(headers).map((column) => own[column] ?? stated[column] ?? "");
  };
  const csv = () => {
    const rows = [Object.values(headers), ...entries().filter((one) => records.has(one.id)).map(cellsOf)];
    portal.save("shortlist.csv", `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`, "text/csv;charset=utf-8");
  };

  const share = () => {
    part("link").value = shortlist.address(ownPage(), entries().map((one) => one.id));
    part("sharing").hidden = false;
    part("link").focus();
    part("link").select();
  };
  const leaveShared = () => { history.replaceState(null, "", ownPage()); show(); };
  const keepShared = () => {
    const known = entries().filter((one) => records.has(one.id) && !shortlist.has(one.id));
    history.replaceState(null, "", ownPage());
    shortlist.put([...shortlist.all(), ...known]);
  };

  const draw = () => {
    const known = entries().filter((one) => records.has(one.id));
    part("list").replaceChildren(...known.map(item));
    part("empty").hidden = entries().length > 0;
    part("shared").hidden = !shared();
    for (const name of ["acts", "compare"]) part(name).hidden = known.length === 0;
    for (const one of part("acts").querySelectorAll("[data-own]")) one.hidden = shared();
    part("ask").href = shortlist.address(`${base}request/`, known.map((one) => one.id));
    part("unknown").hidden = lost.length === 0;
    part("lost").replaceChildren(...lost.map((id) => element("li", { dir: "ltr", textContent: id.slice(0, 80) })));
    part("day").textContent = filled("shortlist.print_line", { partnership: `\u2068${part("day").dataset.partnership}\u2069`, day: new Intl.DateTimeFormat(formats, { dateStyle: "long", numberingSystem: "latn" }).format(new Date()) });
    part("refused").hidden = !shortlist.refused();
    compare();
  };
  const show = async () => {
    const mine = ++turn;
    try { await fetchAll(); } catch { say(words["shortlist.failed"]); return; }
    if (mine === turn) draw();
  };

  const acts = { print: () => print(), csv, share, clear, "keep-all": keepShared, own: leaveShared };
  for (const [name, act] of Object.entries(acts)) part(name).addEventListener("click", act);
  part("only").addEventListener("change", compare);
  // A note stands where it was written: the list is drawn anew for everything else.
  shortlist.changed.addEventListener("change", () => { if (!noting && document.activeElement?.tagName !== "TEXTAREA") show(); });
  addEventListener("hashchange", show);
  show();
})();
