// What is wrong with what was typed, in plain words: each finding is a field's control with a sentence.
const WHOLE = (pattern) => new RegExp(`^(?:${pattern})$`);
const people = known.people.map((pattern) => new RegExp(pattern, "i"));
const ONE_PERSON = /^[a-z]+\.[a-z-]+@/i;
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);
const error = (name, field, more = {}) => filled(known.words[`error.${name}`], { example: field.dataset.example, most: field.dataset.most, least: field.dataset.least, ...more });

// Each yields the names of what is wrong with a field that is not empty.
const rules = {
  number: (field, value) => !NUMBER.test(value) ? "number" : field.dataset.whole && !/^-?\d+$/.test(value) ? "whole"
    : value < Number(field.dataset.least ?? -Infinity) ? "least" : value > Number(field.dataset.most ?? Infinity) ? "most" : "",
  date: (field, value) => (isDay(value) ? "" : "date"),
  when: (field, value) => (/^\d{4}$/.test(value) || isDay(value) ? "" : "when"),
  choice: (field, value) => (!field.querySelector("input") ? !listed(field, value) && "choice" : !WHOLE(known.id).test(value) && "id"),
  line: (field, value) => patterned(field, value.trim()),
};
const listed = (field, value) => [...field.querySelector("select").options].some((one) => one.value === String(value) && one.className !== "added");

function patterned(field, text) {
  if (field.dataset.pattern && !WHOLE(field.dataset.pattern).test(text)) return field.dataset.says || "pattern";
  return field.dataset.says === "mailbox" && ONE_PERSON.test(text) ? "person" : "";
}

function* badTexts(field, controls) {
  for (const control of controls) {
    const text = typed(control).trim();
    const private_ = people.map((one) => one.exec(text)).find(Boolean);
    if ([...text].length > Number(field.dataset.longest || Infinity)) yield [control, error("longest", field, { most: field.dataset.longest })];
    else if (private_ && !field.dataset.pattern) yield [control, error("private", field, { found: private_[0] })];
  }
}

function* badField(field, needed) {
  const { sort } = field.dataset;
  const value = valueOf(field);
  const control = controlIn(field) || field.querySelector("[data-act=add]");
  if (control.validity.badInput) return yield [control, error("date", field)];
  if (isEmpty(value)) {
    if (needed && "required" in field.dataset) yield [control, error(sort === "list" ? "needs_item" : sort === "granted" ? "granted" : sort === "choice" ? "choice" : "required", field)];
    return;
  }
  if (sort === "part") return yield* badFields(field, true);
  if (sort === "list") return yield* rowsIn(field).filter((row) => !isEmpty(valueOf(itemOf(row)))).flatMap((row) => [...badField(itemOf(row), false)]);
  if (sort === "words") return yield* badWords(field);
  const wrong = rules[sort]?.(field, value);
  if (wrong) return yield [control.value === "?" ? field.querySelector("input") : control, error(wrong, field)];
  if (sort === "line" || sort === "media") yield* badTexts(field, [control]);
}

function* badWords(field) {
  const own = controlIn(field);
  if (!typed(own).trim() && !valueOf(field)[language.value]) yield [own, error("written", field, { language: own.dataset.language })];
  yield* badTexts(field, tonguesIn(field).map(controlIn));
}

function* badFields(holder, needed) {
  const fields = fieldsIn(holder);
  for (const field of fields) yield* badField(field, needed);
  for (const [last, first] of Object.entries(known.crossed)) {
    const [end, start] = [last, first].map((name) => fields.find((one) => one.dataset.field === name));
    if (end && start && valueOf(end) && valueOf(end) < valueOf(start)) yield [controlIn(end), error("crossed", end, { other: start.dataset.label })];
  }
}
