// The shortlist: which offerings and companies a visitor keeps. It lies in this browser's own storage and nowhere else.
window.shortlist = (() => {
  const PLACE = "shortlist", MOST = 200, ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const changed = new EventTarget();
  let entries = [];
  let refused = false;

  const read = () => {
    let kept = null, found = [];
    try { kept = localStorage.getItem(PLACE); } catch { refused = true; }
    try { found = JSON.parse(kept ?? "[]"); } catch { /* nothing that could be read */ }
    const sound = Array.isArray(found) ? found.filter((one) => typeof one?.id === "string" && ID.test(one.id)) : [];
    entries = sound.slice(0, MOST).map(({ id, note }) => ({ id, note: typeof note === "string" ? note : "" }));
  };
  const write = (now) => {
    entries = now.slice(0, MOST);
    try { localStorage.setItem(PLACE, JSON.stringify(entries)); } catch { refused = true; }
    changed.dispatchEvent(new Event("change"));
  };
  read();
  const readAgain = () => { read(); changed.dispatchEvent(new Event("change")); };
  addEventListener("storage", (event) => { if (event.key === PLACE) readAgain(); });
  // A page that comes back as it was left has missed what was kept since.
  addEventListener("pageshow", ({ persisted }) => { if (persisted && !refused) readAgain(); });

  const has = (id) => entries.some((one) => one.id === id);
  const full = () => entries.length >= MOST;
  const keep = (id) => { if (!has(id)) write([...entries, { id, note: "" }]); };
  const drop = (id) => write(entries.filter((one) => one.id !== id));
  const note = (id, text) => write(entries.map((one) => (one.id === id ? { id, note: text } : one)));
  // The ids that an address names behind `#ids=`, sound or not.
  const named = () => [...new Set((new URLSearchParams(location.hash.slice(1)).get("ids") ?? "").split(",").filter(Boolean))].slice(0, MOST);
  const address = (page, ids) => `${page}#ids=${ids.join(",")}`;
  return { all: () => entries, put: write, has, full, keep, drop, note, named, address, sound: (id) => ID.test(id), refused: () => refused, changed };
})();

// Its buttons: one that a record's page holds, one for each row of a list, and the count in the header.
(() => {
  const link = document.querySelector("[data-shortlist-link]");
  if (!link) return;
  const RECORD = /\/(?:offerings|companies)\/([a-z0-9-]+)\/(?:index\.html)?$/;
  const buttons = () => document.querySelectorAll("[data-keep]");
  const status = Object.assign(document.createElement("p"), { className: "keep-status", role: "status", hidden: true });
  document.body.append(status);

  const tell = () => {
    const count = shortlist.all().length;
    link.querySelector("[data-shortlist-words]").textContent = count ? link.dataset.counted.replace("{n}", String(count)) : link.dataset.title;
    link.querySelector("[data-shortlist-count]").textContent = count || "";
    for (const button of buttons()) button.setAttribute("aria-pressed", String(shortlist.has(button.dataset.keep)));
  };
  const offer = (row) => {
    row.dataset.offered = "";
    const name = row.querySelector(".row__name a");
    const id = name?.href.match(RECORD)?.[1];
    if (!id) return;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "keep keep--row" });
    button.dataset.keep = id;
    button.setAttribute("aria-label", link.dataset.named.replace("{name}", () => name.textContent.trim()));
    button.setAttribute("aria-pressed", String(shortlist.has(id)));
    button.append(link.querySelector("svg").cloneNode(true));
    row.append(button);
  };
  const offerAll = () => document.querySelectorAll("main .row:not([data-offered])").forEach(offer);

  document.addEventListener("click", (event) => {
    const id = event.target.closest?.("[data-keep]")?.dataset.keep;
    if (!id) return;
    const full = !shortlist.has(id) && shortlist.full();
    status.hidden = !full;
    status.textContent = full ? link.dataset.full : "";
    if (!full) (shortlist.has(id) ? shortlist.drop : shortlist.keep)(id);
  });
  shortlist.changed.addEventListener("change", tell);
  new MutationObserver(offerAll).observe(document.querySelector("main"), { childList: true, subtree: true });
  offerAll();
  tell();
})();
