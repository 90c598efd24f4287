// Lists: rows are added, taken away and moved by buttons; every row has ids and a number of its own.
let rows = 0;
const say = (text) => { document.getElementById("said").textContent = text; };
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function ownIds(row) {
  rows += 1;
  for (const one of row.querySelectorAll("[id], [for], [aria-describedby], [aria-labelledby]")) {
    for (const name of ["id", "for", "aria-describedby", "aria-labelledby"]) if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replaceAll("~", rows));
  }
}

function offered(part) {
  for (const select of part.querySelectorAll("select[data-options]")) {
    if (!select.options.length) select.append(document.getElementById(select.dataset.options).content.cloneNode(true));
  }
}

const rowName = (row) => filled(known.words.row, { field: row.closest("[data-sort=list]").dataset.label, number: rowsIn(row.closest("[data-sort=list]")).indexOf(row) + 1 });

function numbered(list) {
  const found = rowsIn(list);
  found.forEach((row, place) => {
    for (const one of row.querySelectorAll("[data-number]")) if (one.closest("[data-row]") === row) one.textContent = rowName(row);
    const acts = row.querySelector(":scope > .acts");
    for (const button of acts.children) button.setAttribute("aria-label", `${button.textContent} ${rowName(row)}`);
    acts.querySelector("[data-act=up]").disabled = place === 0;
    acts.querySelector("[data-act=down]").disabled = place === found.length - 1;
  });
}

function addedRow(list) {
  const row = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  ownIds(row);
  offered(row);
  list.querySelector(":scope > ol").append(row);
  arranged(row);
  numbered(list);
  return row;
}

const acts = {
  add: (list) => controlIn(addedRow(list)).focus(),
  remove: (list, row) => {
    const next = row.nextElementSibling || row.previousElementSibling;
    say(filled(known.words.removed, { row: rowName(row) }));
    row.remove();
    (next ? controlIn(next) : list.querySelector(":scope > [data-act=add]")).focus();
  },
  up: (list, row) => moved(row, () => row.previousElementSibling?.before(row), "up"),
  down: (list, row) => moved(row, () => row.nextElementSibling?.after(row), "down"),
};

function moved(row, move, way) {
  move();
  numbered(row.closest("[data-sort=list]"));
  say(filled(known.words.moved, { row: rowName(row) }));
  const buttons = row.querySelector(":scope > .acts");
  (buttons.querySelector(`[data-act=${way}]:enabled`) || buttons.querySelector(":enabled")).focus();
}

function act(button) {
  const list = button.closest("[data-sort=list]");
  acts[button.dataset.act](list, button.closest("[data-row]"));
  numbered(list);
}

// The language one writes in stands first, the others are folded behind it.
function arranged(part) {
  for (const field of part.querySelectorAll("[data-sort=words]")) {
    const folded = field.querySelector("details");
    const first = tonguesIn(field).find((one) => one.dataset.tag === language.value);
    for (const one of tonguesIn(field)) if (one !== first) folded.append(one);
    if (first) folded.before(first);
    folded.hidden = !folded.querySelector("[data-tag]");
  }
}
