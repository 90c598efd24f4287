// A record's permanent address: sends the visitor on to the first of their languages that the portal speaks. Without it, they choose.
(() => {
  const links = [...document.querySelectorAll("a[hreflang]")];
  const tagOf = (link) => link.hreflang.toLowerCase();
  // sr-latn-rs is asked for as sr-latn-rs, sr-latn, sr; then any other kind of the language will do.
  const wider = (tag) => tag.split("-").map((_, place, parts) => parts.slice(0, parts.length - place).join("-"));
  const spoken = (tag) => wider(tag).map((one) => links.find((link) => tagOf(link) === one)).find(Boolean) ?? links.find((link) => tagOf(link).split("-")[0] === tag.split("-")[0]);
  for (const tag of navigator.languages) {
    const link = spoken(tag.toLowerCase());
    // A disk shows a folder, not its page.
    if (link) return location.replace(link.href + (location.protocol === "file:" ? "index.html" : "") + location.hash);
  }
})();
