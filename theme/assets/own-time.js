// An event's hours in the visitor's own time zone, beside the event's. Its line is kept free, so nothing moves.
(() => {
  for (const line of document.querySelectorAll("[data-own-time]")) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || zone === line.dataset.zone) continue;
    const form = new Intl.DateTimeFormat(line.dataset.formats, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit", numberingSystem: "latn" });
    const [from, to] = line.dataset.ownTime.split("/").map((moment) => new Date(moment));
    const when = to ? form.formatRange(from, to) : form.format(from);
    line.textContent = line.dataset.words.replace("{when}", () => when).replace("{zone}", () => zone);
  }
})();
