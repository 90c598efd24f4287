// What every page needs: the button that chooses light or dark and the way lists are shown (the choices stay in the reader's own browser;
// without one the system decides), menus that close, and links that also work where the portal is a folder on a disk.
(() => {
  const root = document.documentElement;
  const read = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* storage refused: this page only */ } };
  const wanted = () => root.dataset.scheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const view = [location.hash.slice(1), read("view")].find((name) => ["rows", "cards", "table"].includes(name));
  if (view) root.dataset.view = view;
  const chosen = read("scheme");
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;

  // A server answers a folder's address with its index.html; a disk shows the folder.
  const lead = (link) => { if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"; };
  if (location.protocol === "file:") {
    document.addEventListener("click", (event) => { const link = event.target.closest("a[href]"); if (link) lead(link); }, true);
    document.addEventListener("submit", ({ target }) => { const to = new URL(target.action); lead(to); target.action = to; }, true);
  }

  const ready = () => {
    for (const button of document.querySelectorAll("[data-scheme-switch]")) {
      const tell = () => button.setAttribute("aria-pressed", String(wanted() === "dark"));
      button.hidden = false;
      tell();
      button.addEventListener("click", () => {
        root.dataset.scheme = wanted() === "dark" ? "light" : "dark";
        keep("scheme", root.dataset.scheme);
        tell();
      });
    }
    const views = [...document.querySelectorAll("[data-views] a")];
    const tellView = () => { for (const link of views) link.setAttribute("aria-current", String(link.hash === `#${root.dataset.view ?? "rows"}`)); };
    for (const link of views) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        root.dataset.view = link.hash.slice(1);
        keep("view", root.dataset.view);
        tellView();
      });
    }
    tellView();
    // An open menu or list of languages closes on Escape and when the reader turns elsewhere.
    for (const list of document.querySelectorAll("details[data-closes]")) {
      const close = () => { list.open = false; };
      list.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && list.open) { close(); list.querySelector("summary").focus(); }
      });
      list.addEventListener("focusout", (event) => { if (event.relatedTarget && !list.contains(event.relatedTarget)) close(); });
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
