// The search: asks the index of the page's own language as the reader types, on the search page and in the dialog. Nothing leaves the browser.
(() => {
  // The dialog and a list's filters may both have asked for this script.
  if (globalThis.portal?.search) return;
  const here = document.currentScript.src;
  const home = document.querySelector("a[data-search]").href;
  const LANGUAGE = document.documentElement.lang;
  const ROWS = 20;
  const GLANCE = 8;
  const BEFORE = 6;
  const AROUND = 30;
  const LONG_CODE = 6;

  // ---------- Words and index ----------
  const told = new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("words.js", home).href;
    script.onerror = failed;
    document.addEventListener("search-words", (event) => done(event.detail), { once: true });
    document.head.append(script);
  });
  let opened;
  const open = async () => {
    const index = await import(new URL("../pagefind/pagefind.js", here).href);
    await index.options({ ranking: { metaWeights: { named: 2, also: 0.6 } } });
    return index;
  };
  const opening = () => (opened ??= open().catch((problem) => { opened = undefined; throw problem; }));
  const number = (count) => new Intl.NumberFormat(LANGUAGE).format(count);

  // ---------- From what was typed to queries, the closest first ----------
  const step = (form, one) => Array.isArray(one) ? form.replace(new RegExp(one[0], "g"), one[1]) : [...form].map((letter) => one[letter] ?? letter).join("");
  const rewritten = (word, way) => way.reduce(step, word);
  const plain = (text) => text.normalize("NFC").toLowerCase().trim();

  // A code: itself, what stands below it, what is filed under its parents. In the index a code is a word of letters with an end.
  const codes = (text, [beginning, letters, end]) => {
    const code = text.replace(/^[a-z]{2,6}[\s:]+(?=\d)/, "").replace(/^[a-v](?=\d\d)/, "").replace(/-\d$/, "");
    if (!/^\d{2}[\d.\s]{0,10}$/.test(code)) return [];
    const digits = code.replace(/\D/g, "");
    const filed = digits.slice(0, 2) + digits.slice(2).replace(/0+$/, "");
    const word = beginning + [...filed].map((digit) => letters[digit]).join("");
    const parents = [...filed.slice(2)].map((_, place) => word.slice(0, -1 - place) + end);
    return [word + end, word, ...parents];
  };
  const queries = (text, { always, ways, code }) => {
    const words = plain(text).split(/\s+/).map((word) => rewritten(word, always));
    const forms = ways.map((way) => words.map((word) => rewritten(word, way)).join(" ").trim());
    return { filed: codes(plain(text), code), typed: [...new Set([words.join(" "), ...forms])].filter(Boolean), single: words.filter((word) => word.length > 2) };
  };
  const together = async (index, same) => {
    const all = await Promise.all(same.map((query) => index.search(query)));
    return all.flatMap((one) => one.results).sort((one, other) => other.score - one.score);
  };

  // Gives results with their `id`, each once: what is filed under a code in the order of its queries; what was typed and its other forms, the
  // best first, for a short number too, which may be a year or a model; where no page has all words, those that have one. Facets ask the same.
  const search = async (text) => {
    const { filed, typed, single } = queries(text, await told);
    const index = await opening();
    const found = new Map();
    const add = async (same) => { for (const one of await together(index, same)) if (!found.has(one.id)) found.set(one.id, one); };
    for (const query of filed) await add([query]);
    if (!found.size || text.trim().length < LONG_CODE) await add(typed);
    if (!found.size) await add(single);
    return [...found.values()];
  };
  (globalThis.portal ??= {}).search = search;

  // ---------- What a result says ----------
  const text = (html) => new DOMParser().parseFromString(`<p>${html}</p>`, "text/html").body.textContent;
  const bare = (word) => plain(word).normalize("NFD").replace(/[\p{M}\p{P}]/gu, "");
  const forms = (word, ways) => [bare(word), ...ways.map((way) => bare(rewritten(plain(word).replace(/^\p{P}+|\p{P}+$/gu, ""), way)))];

  // Pagefind's excerpt marks what was typed; where only another form of it stands there, the words are looked up here.
  const excerpt = (data, typed, ways) => {
    if (data.excerpt.includes("<mark>")) {
      const [before, ...rest] = data.excerpt.split(/<\/?mark>/).map(text);
      return [(before.match(/\S+\s*/g) ?? []).slice(-BEFORE).join(""), ...rest].map((part, place) => [part, place % 2 === 1]);
    }
    const asked = new Set(plain(typed).split(/\s+/).flatMap((word) => forms(word, ways)).filter((form) => form.length > 2));
    const words = data.content.split(/\s+/).map((word) => [`${word} `, forms(word, ways).some((form) => [...asked].some((one) => form.startsWith(one)))]);
    const first = Math.max(0, words.findIndex(([, marked]) => marked) - BEFORE);
    return words.slice(first, first + AROUND);
  };
  const kind = (data, kinds) => {
    const [, folder, key] = (data.raw_url ?? data.url).replace(/^\//, "").split("/");
    return (key && kinds[folder]) || kinds[""];
  };
  const described = async (results, typed) => {
    const { ways, kinds } = await told;
    const all = await Promise.all(results.map((one) => one.data()));
    return all.map((data) => ({
      url: data.url, name: data.meta.title, language: data.filters.title?.[0], kind: kind(data, kinds), excerpt: excerpt(data, typed, ways),
    }));
  };

  // ---------- Elements ----------
  const made = (tag, properties = {}, ...children) => {
    const { className = "", ...attributes } = properties;
    const element = document.createElement(tag);
    if (className) element.className = className;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const named = (tag, className, one) => made(tag, { className, dir: "auto", ...(one.language && { lang: one.language }) }, one.name);
  const said = (tag, className, one) => made(tag, { className, dir: "auto" }, ...one.excerpt.map(([part, marked]) => (marked ? made("mark", {}, part) : part)));
  const tips = ({ words, lists }, tried = false) => made("div", { className: "tips" },
    made("ul", { className: "tips__list" }, ...(tried ? words.tips : []).map((one) => made("li", {}, one))),
    made("p", { className: "tips__lists" }, ...lists.map(([name, path]) => made("a", { className: "chip", href: new URL(path, home).href }, name))));
  const unavailable = (all) => [made("p", {}, all.words.unavailable), tips(all)];

  // Calls `show` with the latest results only, a moment after the reader has stopped typing.
  const asking = (input, most, show, fail) => {
    let latest = 0;
    let pause;
    const ask = async () => {
      const typed = input.value.trim();
      const turn = ++latest;
      try {
        const found = typed ? await search(typed) : [];
        const rows = await described(found.slice(0, most), typed);
        if (turn === latest) show(typed, found.length, rows, await told);
      } catch { if (turn === latest) fail(await told); }
    };
    input.addEventListener("focus", () => { opening().catch(async () => fail(await told)); }, { once: true });
    input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(ask, 150); });
    return ask;
  };
  const outcome = (typed, count, words) => (typed ? (count ? words.found : words.none).replace("{n}", number(count)) : "");

  // ---------- The search page ----------
  const onPage = (form) => {
    const input = form.querySelector("input");
    const list = document.querySelector("[data-search-results]");
    const status = document.querySelector("[data-search-status]");
    const help = document.querySelector("[data-search-help]");
    const row = (one) => made("li", { className: "row row--text" }, made("div", {},
      made("p", { className: "row__kind" }, one.kind),
      made("h2", { className: "row__name" }, (() => { const link = named("a", "", one); link.href = one.url; return link; })()),
      said("p", "row__text", one)));
    const ask = asking(input, ROWS, (typed, count, rows, all) => {
      list.replaceChildren(...rows.map(row));
      status.textContent = outcome(typed, count, all.words);
      help.replaceChildren(...(count ? [] : [tips(all, typed !== "")]));
    }, (all) => help.replaceChildren(...unavailable(all)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
      ask();
    });
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    if (input.value) ask();
  };

  // ---------- The dialog ----------
  const dialog = ({ words }) => {
    const input = made("input", { id: "finder-q", className: "search__input", type: "search", name: "q", autocomplete: "off", role: "combobox", "aria-autocomplete": "list", "aria-controls": "finder-results", "aria-expanded": "false" });
    const status = made("p", { className: "finder__status", role: "status" });
    const list = made("div", { id: "finder-results", className: "finder__results", role: "listbox", "aria-label": words.results, tabindex: "-1" });
    const help = made("div", { className: "finder__help" });
    const whole = made("a", { className: "finder__all go" });
    const close = made("button", { className: "finder__close", type: "button", "aria-label": words.close }, "×");
    const form = made("form", { role: "search", action: home, className: "finder__form" },
      made("label", { className: "search__label", for: "finder-q" }, words.label), made("div", { className: "search__row" }, input), close);
    const box = made("dialog", { className: "finder", "aria-label": words.title }, form, status, list, help, made("p", { className: "finder__foot" }, whole, made("span", { className: "finder__keys" }, words.keys)));
    return { box, form, input, status, list, help, whole, close };
  };
  const grouped = (rows) => {
    const groups = new Map();
    for (const row of rows) groups.set(row.kind, [...(groups.get(row.kind) ?? []), row]);
    let place = 0;
    return [...groups].map(([name, members], group) => made("div", { role: "group", "aria-labelledby": `finder-group-${group}` },
      made("div", { className: "finder__kind", id: `finder-group-${group}` }, name),
      ...members.map((one) => made("a", { className: "finder__result", role: "option", id: `finder-${place++}`, href: one.url, tabindex: "-1", "aria-selected": "false" },
        named("span", "finder__name", one), said("span", "finder__text", one)))));
  };
  const build = (all) => {
    const parts = dialog(all);
    const { box, form, input, status, list, help, whole, close } = parts;
    let back;
    const options = () => [...list.querySelectorAll("[role=option]")];
    const choose = (chosen) => {
      for (const one of options()) one.setAttribute("aria-selected", String(one === chosen));
      if (chosen) { input.setAttribute("aria-activedescendant", chosen.id); chosen.scrollIntoView({ block: "nearest" }); }
      else input.removeAttribute("aria-activedescendant");
    };
    const show = (typed, count, rows) => {
      list.replaceChildren(...grouped(rows));
      list.hidden = !rows.length;
      input.setAttribute("aria-expanded", String(rows.length > 0));
      choose(null);
      status.textContent = outcome(typed, count, all.words);
      help.replaceChildren(...(count ? [] : [tips(all, typed !== "")]));
      whole.hidden = !count;
      whole.textContent = all.words.all.replace("{n}", number(count));
      whole.href = `${home}?q=${encodeURIComponent(typed)}`;
    };
    const ask = asking(input, GLANCE, show, () => { help.replaceChildren(...unavailable(all)); whole.hidden = true; });
    const move = (by) => {
      const every = options();
      const place = every.findIndex((one) => one.getAttribute("aria-selected") === "true");
      choose(every[by > 0 ? (place + 1) % every.length : (place <= 0 ? every.length : place) - 1]);
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
      const chosen = list.querySelector("[aria-selected=true]");
      if (event.key === "Enter" && chosen && !event.isComposing) { event.preventDefault(); chosen.click(); }
    });
    form.addEventListener("submit", (event) => { if (!input.value.trim()) event.preventDefault(); });
    close.addEventListener("click", () => box.close());
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    box.addEventListener("close", () => back?.focus());
    document.body.append(box);
    show("", 0, []);
    return (from) => { back = from; box.showModal(); input.focus(); input.select(); if (input.value) ask(); };
  };

  let show;
  document.addEventListener("search-open", async ({ detail }) => {
    try {
      show ??= told.then(build);
      (await show)(detail);
    } catch { location.assign(home); }
  });
  const form = document.querySelector("[data-search-page]");
  if (form) onPage(form);
})();
