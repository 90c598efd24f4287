// A record's permanent address: sends the visitor on to the first of their languages that the portal speaks. Without it, they choose.
(() => {
  const links = [...document.querySelectorAll("a[hreflang]")];
  const spoken = (tag) => links.find((link) => link.hreflang.toLowerCase() === tag) ?? links.find((link) => link.hreflang.split("-")[0] === tag.split("-")[0]);
  for (const tag of navigator.languages) {
    const link = spoken(tag.toLowerCase());
    if (link) return location.replace(link.href + location.hash);
  }
})();
