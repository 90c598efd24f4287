// The form at work: checks, saves a file, goes on with a saved one. Nothing is sent anywhere.
const form = document.querySelector("form");
const summary = document.getElementById("summary");
const fileName = document.getElementById("file-name");
let unsaved = false;
let nameIsOurs = true;

// Names and files ---------------------------------------------------------------------------------------------------

const slug = (text) => text.toLowerCase().normalize("NFKD").replace(/[^\x00-\x7f]/g, "").replace(/[^a-z0-9]+/g, "-").slice(0, 80).replace(/^-+|-+$/g, "");

function nameTyped() {
  const field = fieldsIn(form).find((one) => known.named.includes(one.dataset.field));
  const value = field && valueOf(field);
  return typeof value === "string" ? value : value?.en || Object.values(value ?? {})[0] || "";
}

function namedFile() {
  if (nameIsOurs) fileName.value = slug(nameTyped());
  const taken = Object.hasOwn(known.taken, fileName.value) ? known.taken[fileName.value] : "";
  document.getElementById("taken").hidden = !taken;
  document.getElementById("taken-name").textContent = taken;
}

const written = () => jsyaml.dump({ status: "draft", source_language: language.value, ...valuesOf(form) }, { schema: jsyaml.CORE_SCHEMA, lineWidth: 120, noRefs: true });

function save() {
  const name = `${WHOLE(known.id).test(fileName.value) ? fileName.value : known.kind}.yml`;
  const link = Object.assign(document.createElement("a"), { download: name, href: URL.createObjectURL(new Blob([written()], { type: "application/yaml" })) });
  link.click();
  unsaved = false;
  say(filled(known.words.saved, { file: name }));
}

function shown(name, text) {
  const values = jsyaml.load(text, { schema: jsyaml.FAILSAFE_SCHEMA });
  if (!isMap(values)) throw new Error(known.words.not_valid);
  const { status, source_language, ...rest } = values;
  const own = plain(source_language) || language.value;
  if (![...language.options].some((one) => one.value === own)) language.add(new Option(own, own));
  emptied(form);
  language.value = own;
  arranged(form);
  fill(form, rest);
  for (const part of form.querySelectorAll("details[data-sort=part]")) part.open = !isEmpty(valuesOf(part));
  fileName.value = name.replace(/\.ya?ml$/, "");
  nameIsOurs = false;
  refreshed();
  say(filled(known.words.opened, { file: name }));
}

async function opened(file) {
  const text = await file.text();
  try {
    shown(file.name, text);
    unsaved = false;
  } catch (wrong) {
    say(filled(known.words.unreadable, { file: file.name, reason: wrong.reason || wrong.message }));
  }
}

// What is wrong -----------------------------------------------------------------------------------------------------

function cleared() {
  for (const one of form.querySelectorAll(".error")) one.remove();
  for (const one of form.querySelectorAll("[aria-invalid]")) {
    one.removeAttribute("aria-invalid");
    const others = one.getAttribute("aria-describedby").replace(/error-\d+ ?/g, "").trim();
    if (others) one.setAttribute("aria-describedby", others);
    else one.removeAttribute("aria-describedby");
  }
  summary.hidden = true;
}

function* findings() {
  yield* badFields(form, true);
  if (!WHOLE(known.id).test(fileName.value)) yield [fileName, known.words["error.id"]];
}

function nameOf(control) {
  const names = [];
  for (let one = control.closest("[data-field], [data-row]"); one; one = one.parentElement.closest("[data-field], [data-row]")) {
    if ("row" in one.dataset) names.unshift(rowName(one));
    else if (one.dataset.field && (one.dataset.sort !== "list" || !names.length)) names.unshift(one.dataset.label);
  }
  const { language: tongue } = control.dataset;
  if (tongue && control.lang !== language.value) names.push(filled(known.words.in_language, { field: names.pop(), language: tongue }));
  return names.join(" – ") || form.querySelector(`[for="${control.id}"]`).textContent;
}

function told([control, sentence], number) {
  const place = Object.assign(document.createElement("p"), { className: "error", id: `error-${number}`, textContent: sentence });
  control.before(place);
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", `${place.id} ${control.getAttribute("aria-describedby") || ""}`.trim());
  for (let one = control.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  const link = Object.assign(document.createElement("a"), { href: `#${control.id}`, textContent: `${nameOf(control)} – ${sentence}` });
  link.addEventListener("click", (event) => { event.preventDefault(); control.focus(); });
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function isSound() {
  cleared();
  const found = [...findings()].map(told);
  summary.querySelector("ul").replaceChildren(...found);
  summary.hidden = !found.length;
  if (found.length) summary.focus();
  return !found.length;
}

// Counters and paper ------------------------------------------------------------------------------------------------

function counted(control) {
  const place = control.parentElement.querySelector(":scope > .count");
  if (!place) return;
  const most = control.closest("[data-field]").dataset.longest;
  const count = [...typed(control).trim()].length;
  place.textContent = filled(known.words.count, { n: count, most });
  place.classList.toggle("count--over", count > most);
}

function refreshed() {
  for (const one of form.querySelectorAll("textarea, input")) counted(one);
  namedFile();
}

// What paper needs is undone after printing: parts unfold, empty lists get a row, empty days lose the hint of a browser.
const undone = [];
function onPaper() {
  for (const list of form.querySelectorAll("[data-sort=list]")) if (!rowsIn(list).length) { const row = addedRow(list); undone.push(() => row.remove()); }
  for (const one of form.querySelectorAll("details:not([open])")) { one.open = true; undone.push(() => { one.open = false; }); }
  for (const one of form.querySelectorAll("[type=date], [type=time]")) {
    const { type } = one;
    if (!one.value) { one.type = "text"; undone.push(() => { one.type = type; }); }
  }
}

// At work -----------------------------------------------------------------------------------------------------------

form.addEventListener("submit", (event) => { event.preventDefault(); if (isSound()) save(); });
form.addEventListener("click", ({ target }) => { const button = target.closest("[data-act]"); if (button) { act(button); unsaved = true; } });
form.addEventListener("input", ({ target }) => {
  unsaved ||= target.type !== "file";
  if (target === fileName) nameIsOurs = !fileName.value;
  if (target.matches("select") && target.nextElementSibling?.matches(".other")) target.nextElementSibling.hidden = target.value !== "?";
  counted(target);
  namedFile();
});
language.addEventListener("change", () => arranged(form));
document.getElementById("unfinished").addEventListener("click", save);
document.getElementById("print").addEventListener("click", () => print());
document.getElementById("open").addEventListener("change", ({ target }) => {
  const [file] = target.files;
  if (file && (!unsaved || confirm(known.words.discard))) opened(file);
  target.value = "";
});
addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
addEventListener("beforeprint", onPaper);
addEventListener("afterprint", () => { while (undone.length) undone.pop()(); });
offered(form);
arranged(form);
for (const list of form.querySelectorAll("[data-sort=list][data-required]")) addedRow(list);
refreshed();
