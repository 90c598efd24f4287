// A request for quotation: the form's answers become one message for each cluster, in the cluster's language. The visitor sends it, not this page.
(() => {
  const place = document.querySelector("[data-request]");
  if (!place) return;
  const { words, clusters, letters, base, site } = JSON.parse(document.getElementById("request-data").textContent);
  const KEPT = "request", KINDS = ["offerings", "companies"];
  // Mail programs cut longer addresses off.
  const LONGEST = 1900;
  const part = (name) => place.querySelector(`[data-part="${name}"]`);
  const form = part("form");
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const say = (key, values) => filled(words[`request.${key}`], values);
  let about = [], messages = [];

  // What the request is about: ids of offerings, companies or clusters in the address.
  const begin = async () => {
    const ids = shortlist.named().filter(shortlist.sound);
    const found = ids.length ? (await Promise.all(KINDS.map((kind) => portal.fetch(base, kind, ids)))).flat() : [];
    about = ids.map((id) => found.find((one) => one.id === id)).filter(Boolean);
    part("about").hidden = about.length === 0;
    part("nothing").hidden = about.length > 0;
    part("about").querySelector("ul").replaceChildren(...about.map(entry));
    const asked = new Set([...about.flatMap((one) => one.clusters), ...ids]);
    for (const box of form.querySelectorAll("[name=whom]")) box.checked ||= asked.has(box.value);
  };
  const entry = (one) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    Object.assign(link, { href: `${base}../${one.url}`, textContent: one.name.text, lang: one.name.lang, dir: one.name.dir });
    item.append(link, ...one.makers.map((maker) => ` · ${maker}`));
    return item;
  };

  const answers = () => {
    const data = new FormData(form);
    const text = (name) => String(data.get(name) ?? "").trim();
    return { need: text("need"), language: text("language"), quantity: text("quantity"), place: text("place"), deadline: text("deadline"), incoterm: text("incoterm"), organisation: text("organisation"), whom: data.getAll("whom") };
  };
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const faults = ({ need, whom, deadline }) => [
    ...(whom.length ? [] : [["whom", say("error_whom")]]),
    ...(need ? [] : [["need", say("error_need")]]),
    ...(form.elements.deadline.validity.badInput || (deadline && deadline < today()) ? [["deadline", say("error_deadline")]] : []),
  ];
  const showFaults = (found) => {
    for (const name of ["whom", "need", "deadline"]) {
      const wrong = found.find(([field]) => field === name);
      const line = document.getElementById(`${name}-error`);
      line.hidden = !wrong;
      line.textContent = wrong ? wrong[1] : "";
      if (name !== "whom") form.elements[name].setAttribute("aria-invalid", String(Boolean(wrong)));
    }
    part("errors").hidden = found.length === 0;
    part("errors").querySelector("ul").replaceChildren(...found.map(([field, text]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      Object.assign(link, { href: `#${field}`, textContent: text });
      link.addEventListener("click", (event) => { event.preventDefault(); (field === "whom" ? form.elements.whom[0] ?? form.elements.whom : form.elements[field]).focus(); });
      item.append(link);
      return item;
    }));
    if (found.length) part("errors").focus();
  };

  // A message holds the answers as they were written; everything around them is in the reader's language.
  const message = (id, given) => {
    const { mailbox, website, name, language } = clusters[id];
    const { phrases, languages, formats } = letters[language];
    const chosen = about.filter((one) => one.clusters.includes(id));
    const day = given.deadline && new Intl.DateTimeFormat(formats, { dateStyle: "long", timeZone: "UTC", numberingSystem: "latn" }).format(new Date(given.deadline));
    const line = (key, value) => (value ? [filled(phrases[key], { value })] : []);
    const spoken = languages[given.language];
    const blocks = [
      [phrases.greeting],
      [phrases.opening],
      ...(chosen.length ? [[phrases.about, ...chosen.map((one) => `– ${[one.name.text, ...one.makers].join(", ")}: ${site}id/${one.id}/`)]] : []),
      [filled(phrases.need, { language: spoken }), given.need],
      [...line("quantity", given.quantity), ...line("place", given.place), ...line("incoterm", given.incoterm), ...line("deadline", day), ...line("organisation", given.organisation)],
      ...(given.language === language ? [] : [[filled(phrases.answer, { language: spoken })]]),
      [phrases.closing],
    ];
    const subject = chosen.length ? filled(phrases.subject, { about: chosen.map((one) => one.name.text).join(", ") }) : phrases.subject_open;
    return { cluster: id, name, mailbox, website, language, subject, text: blocks.filter((block) => block.length).map((block) => block.join("\n")).join("\n\n") };
  };
  // RFC 6068: everything encoded, lines ended with CR LF. The place of one half of a pair cannot be encoded and is left out.
  const encoded = (value) => encodeURIComponent([...value].filter((letter) => !/^[\uD800-\uDFFF]$/.test(letter)).join(""));
  const mailto = ({ mailbox, subject }) => `mailto:${encoded(mailbox).replace("%40", "@")}?subject=${encoded([...subject].slice(0, 200).join(""))}`;
  const withText = (one) => `${mailto(one)}&body=${encoded(one.text.replaceAll("\n", "\r\n"))}`;
  const letter = (one, number) => {
    const made = part("letter").content.cloneNode(true);
    const at = (name) => made.querySelector(`.letter__${name}`);
    const { direction } = letters[one.language];
    at("to").textContent = say("to", { name: one.name });
    at("language").textContent = say("written_in", { language: clusters[one.cluster].languageName });
    Object.assign(at("subject"), { textContent: one.subject, lang: one.language, dir: direction });
    Object.assign(at("text"), { value: one.text, lang: one.language, dir: direction, id: `letter-${number}`, rows: one.text.split("\n").length + 3, ariaLabel: `${say("text")}: ${one.name}` });
    Object.assign(at("paper"), { textContent: one.text, lang: one.language, dir: direction });
    made.querySelector("[data-copied]").dataset.copies = `letter-${number}`;
    ways(one, at("way"), at("mail"));
    return made;
  };
  const ways = (one, way, mail) => {
    const address = one.mailbox && withText(one);
    const website = (text) => { way.hidden = false; way.textContent = text; };
    if (address && address.length <= LONGEST) { mail.href = address; return; }
    if (address) { mail.href = mailto(one); website(say("mail_long")); return; }
    if (one.website) { Object.assign(mail, { href: one.website, rel: "external noopener", textContent: new URL(one.website).hostname }); website(say("no_mailbox", { name: one.name })); return; }
    mail.remove();
    website(say("no_way", { name: one.name }));
  };

  const remember = (given) => {
    const kept = { organisation: given.organisation, place: given.place, incoterm: given.incoterm, language: given.language };
    try { form.elements.remember.checked ? localStorage.setItem(KEPT, JSON.stringify(kept)) : localStorage.removeItem(KEPT); } catch { /* storage refused: nothing is kept */ }
  };
  const recall = () => {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(KEPT)); } catch { /* nothing that could be read */ }
    if (!kept) return;
    form.elements.remember.checked = true;
    for (const name of ["organisation", "place", "incoterm", "language"]) if (typeof kept[name] === "string") form.elements[name].value = kept[name];
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = answers();
    const found = faults(given);
    showFaults(found);
    if (found.length) return;
    remember(given);
    messages = given.whom.map((id) => message(id, given));
    part("letters").replaceChildren(...messages.map(letter));
    part("messages").hidden = false;
    document.getElementById("messages-title").focus();
  });
  part("print").addEventListener("click", () => print());
  part("json").addEventListener("click", () => {
    const told = { about: about.map((one) => ({ id: one.id, name: one.name.text, address: `${site}id/${one.id}/` })), answers: answers(), messages };
    portal.save("request.json", `${JSON.stringify(told, null, 2)}\n`, "application/json");
  });
  recall();
  begin().catch(() => { part("nothing").textContent = say("failed"); });
})();
