// Opens the search from anywhere: by its button or Ctrl+K. A letter alone would be in the way of those who speak to their computer (WCAG 2.1.4). Without this script the button is a link to the search page.
(() => {
  const links = document.querySelectorAll("a[data-search]");
  const page = document.querySelector("[data-search-page] input");
  let loading;

  const load = () => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = links[0].dataset.search;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const open = async (event) => {
    event.preventDefault();
    if (page) { page.focus(); return; }
    const back = event.currentTarget === document ? document.activeElement : event.currentTarget;
    try { await (loading ??= load()); } catch { location.assign(links[0].href); return; }
    document.dispatchEvent(new CustomEvent("search-open", { detail: back }));
  };

  for (const link of links) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
    link.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event); });
    link.addEventListener("keydown", (event) => { if (event.key === " ") open(event); });
  }
  document.addEventListener("keydown", (event) => {
    const asked = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (asked && !document.querySelector("dialog[open]")) open(event);
  });
})();
