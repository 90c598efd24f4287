// The button that chooses light or dark. The choice stays in the reader's own browser; without it the system decides.
(() => {
  const root = document.documentElement;
  const read = () => { try { return localStorage.getItem("scheme"); } catch { return null; } };
  const keep = (scheme) => { try { localStorage.setItem("scheme", scheme); } catch { /* storage refused: this page only */ } };
  const wanted = () => root.dataset.scheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const chosen = read();
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;

  const ready = () => {
    for (const button of document.querySelectorAll("[data-scheme-switch]")) {
      const tell = () => button.setAttribute("aria-pressed", String(wanted() === "dark"));
      button.hidden = false;
      tell();
      button.addEventListener("click", () => {
        root.dataset.scheme = wanted() === "dark" ? "light" : "dark";
        keep(root.dataset.scheme);
        tell();
      });
    }
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
