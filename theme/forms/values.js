"use strict";
// From the page's fields to a record's values, and back. A holder is what has named fields: the form, a part, or a row with one item.
const HOLDER = "form, [data-sort=part], [data-row]";
const known = JSON.parse(document.getElementById("known").textContent);
const invisible = new RegExp(known.invisible, "gu");
const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/;
// What a file says that this form does not ask: kept for the holder it belongs to, or for the text in whose languages nobody writes here.
const unasked = new WeakMap();
const language = document.getElementById("source_language");

const fieldsIn = (holder) => [...holder.querySelectorAll("[data-field]")].filter((one) => one.parentElement.closest(HOLDER) === holder);
const rowsIn = (list) => [...list.querySelector(":scope > ol").children];
const itemOf = (row) => fieldsIn(row)[0];
const controlIn = (field) => field.querySelector("input, textarea, select");
const tonguesIn = (field) => [...field.querySelectorAll("[data-tag]")];
const isEmpty = (value) => value === undefined || (typeof value === "string" && !value.trim()) || (typeof value === "object" && !Object.keys(value).length);
const typed = (control) => control.value.replace(invisible, "");

// Yes and no are no text; what an opened file says instead of them is.
function choiceOf(field) {
  const [select, other] = field.querySelectorAll("select, input");
  if ("truth" in field.dataset && ["true", "false"].includes(select.value)) return select.value === "true";
  return select.value === "?" ? typed(other) : select.value;
}

// A number as it was typed: 9800.50 stays so, as text.
const figure = (text) => (NUMBER.test(text) && String(Number(text)) === text ? Number(text) : text);

const read = {
  words: (field) => ({ ...Object.fromEntries(tonguesIn(field).map((one) => [one.dataset.tag, typed(controlIn(one))]).filter(([, text]) => text.trim())), ...unasked.get(field) }),
  list: (field) => rowsIn(field).map((row) => valueOf(itemOf(row))).filter((value) => !isEmpty(value)),
  part: (field) => valuesOf(field),
  choice: choiceOf,
  tick: (field) => controlIn(field).checked || undefined,
  granted: (field) => controlIn(field).checked || undefined,
  number: (field) => figure(typed(controlIn(field)).trim()),
  when: (field) => figure(typed(controlIn(field)).trim()),
};
const valueOf = (field) => (read[field.dataset.sort] || (() => typed(controlIn(field))))(field);

// What was typed stands first, and wins over what was kept.
function valuesOf(holder) {
  const found = Object.fromEntries(fieldsIn(holder).map((field) => [field.dataset.field, valueOf(field)]).filter(([, value]) => !isEmpty(value)));
  return { ...found, ...unasked.get(holder), ...found };
}

function chosen(field, value) {
  const [select, other] = field.querySelectorAll("select, input");
  const offered = [...select.options].some((one) => one.value === value);
  if (!offered && !other) select.add(Object.assign(new Option(value, value), { className: "added" }));
  select.value = offered || !other ? value : "?";
  if (other) other.value = offered ? "" : value;
  if (other) other.parentElement.hidden = select.value !== "?";
}

function dated(field, value) {
  const control = controlIn(field);
  control.value = value;
  if (control.value !== value) Object.assign(control, { type: "text", value });
}

function worded(field, value) {
  const controls = new Map(tonguesIn(field).map((one) => [one.dataset.tag, controlIn(one)]));
  for (const [tag, control] of controls) control.value = value[tag] ?? "";
  unasked.set(field, Object.fromEntries(Object.entries(value).filter(([tag]) => !controls.has(tag))));
}

const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const plain = (value) => (isMap(value) || Array.isArray(value) ? null : String(value ?? ""));
const texts = (value) => isMap(value) && Object.values(value).every((one) => plain(one) !== null);

// Each returns whether the field has room for the value; what has none is kept as it is.
const write = {
  words: (field, value) => texts(value) && (worded(field, value), true),
  list: (field, value) => Array.isArray(value) && value.every((one) => put(itemOf(addedRow(field)), one)),
  part: (field, value) => isMap(value) && (fill(field, value), true),
  choice: (field, value) => plain(value) !== null && (chosen(field, plain(value)), true),
  tick: (field, value) => ["true", "false"].includes(plain(value)) && ((controlIn(field).checked = plain(value) === "true"), true),
  granted: (field, value) => write.tick(field, value),
  date: (field, value) => plain(value) !== null && (dated(field, plain(value)), true),
  time: (field, value) => write.date(field, value),
};
const put = (field, value) => (write[field.dataset.sort] || ((one, text) => plain(text) !== null && ((controlIn(one).value = plain(text)), true)))(field, value);

function emptied(holder) {
  for (const one of [holder, ...holder.querySelectorAll(`${HOLDER}, [data-sort=words]`)]) unasked.delete(one);
  for (const row of holder.querySelectorAll("[data-row]")) row.remove();
  for (const control of holder.querySelectorAll("input, textarea, select")) control.type === "checkbox" ? (control.checked = false) : (control.value = "");
}

function fill(holder, values) {
  const fields = new Map(fieldsIn(holder).map((field) => [field.dataset.field, field]));
  const rest = Object.entries(values).filter(([name, value]) => !(fields.has(name) && put(fields.get(name), value)) && !refilled(fields.get(name)));
  unasked.set(holder, Object.fromEntries(rest));
}

// A field that could not take its value is emptied, so that the value is not said twice.
function refilled(field) {
  if (field) emptied(field);
  return false;
}
