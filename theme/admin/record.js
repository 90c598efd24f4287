// A record's file as Decap reads and writes it: every value is text, and what nobody changed stays as it stands, byte for byte.
import { Document, isMap, isScalar, isSeq, parseDocument } from './yaml/index.js';

// The file itself travels with its values under a name that no field can have.
const FILE = ' file';
const AS_TEXT = { schema: 'failsafe' };
const LAYOUT = { lineWidth: 120, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: 10_000 };
const LONGEST_LINE = 120;
const ABSENT = new Set(['', '~', 'null', 'Null', 'NULL']);
const DAY = /^\d{4}-\d\d-\d\d$/;
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N}_ .()/&+%–—’-]|,(?= )|:(?=\S))*(?<! )$/u;
const NOT_TEXT = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

export const record = {
  fromFile: (file) => ({ ...read(file), [FILE]: file }),
  toFile({ [FILE]: file = '', ...values }, order = []) {
    const wanted = kept(values) ?? {};
    const written = edited(file, wanted, order);
    if (!same(kept(read(written)) ?? {}, wanted)) throw new Error('c2site: the file would not say what the form says');
    return written;
  },
};

function read(file) {
  const document = parseDocument(file, AS_TEXT);
  if (document.errors.length) throw document.errors[0];
  return plain(document.contents) ?? {};
}

// Maps, lists and texts; what is empty is absent.
function plain(node) {
  if (isMap(node)) return present(node.items.map(({ key, value }) => [key.value, plain(value)]));
  if (isSeq(node)) return node.items.map((item) => plain(item) ?? '');
  return !node || (node.type === 'PLAIN' && ABSENT.has(node.value)) ? undefined : node.value;
}

function present(entries) {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

// What the form holds, without the empty fields it adds.
function kept(value) {
  if (Array.isArray(value)) return filled(value.map(kept).filter((one) => one !== undefined));
  if (value && typeof value === 'object') return filled(present(Object.entries(value).map(([name, one]) => [name, kept(one)])));
  const text = String(value ?? '').trim();
  return text === '' ? undefined : typeof value === 'string' ? text : value;
}

function filled(values) {
  return Object.keys(values).length ? values : undefined;
}

function same(one, other) {
  if (typeof one !== 'object' || typeof other !== 'object') return one !== undefined && other !== undefined ? String(one).trim() === String(other) : one === other;
  const names = Object.keys(one);
  return Array.isArray(one) === Array.isArray(other) && names.length === Object.keys(other).length && names.every((name) => same(one[name], other[name]));
}

function edited(file, wanted, order) {
  let text = file;
  for (const pair of fields(file).reverse()) {
    const value = wanted[pair.key.value];
    if (same(kept(plain(pair.value)), value)) continue;
    const [start, end] = span(file, pair);
    text = text.slice(0, start) + (value === undefined ? '' : lines(pair.key.value, merged(pair.value, value))) + text.slice(end);
  }
  for (const name of Object.keys(wanted)) text = added(text, name, wanted[name], order);
  return text;
}

function fields(text) {
  return parseDocument(text, AS_TEXT).contents?.items ?? [];
}

// From the field's name to the end of its last line; what follows it, comments and empty lines, belongs to the next.
function span(text, { key, value }) {
  const end = value ? value.range[2] : text.indexOf('\n', key.range[0]);
  const body = text.slice(key.range[0], end < 0 ? text.length : end).trimEnd();
  const stop = key.range[0] + body.length;
  return [key.range[0], text[stop] === '\n' ? stop + 1 : stop];
}

function lines(name, node) {
  const document = new Document({}, AS_TEXT);
  const pair = document.createPair(name, null);
  pair.value = node;
  document.contents.add(pair);
  return document.toString(LAYOUT);
}

// A new field stands behind the last of those that come before it in the form.
function added(text, name, value, order) {
  const pairs = fields(text);
  if (pairs.some((pair) => pair.key.value === name)) return text;
  const before = order.includes(name) ? order.slice(0, order.indexOf(name)) : order;
  const anchor = pairs.findLast((pair) => before.includes(pair.key.value)) ?? (order.includes(name) && pairs.length ? null : pairs.at(-1));
  const place = anchor ? span(text, anchor)[1] : pairs.length ? pairs[0].key.range[0] : text.length;
  const head = text.slice(0, place);
  return (head === '' || head.endsWith('\n') ? head : `${head}\n`) + lines(name, fresh(value)) + text.slice(place);
}

// The node of the file with a new value: comments in it and the order of its fields stay.
function merged(node, value) {
  if (isMap(node) && isMapping(value)) return mergedMap(node, value);
  if (isSeq(node) && Array.isArray(value)) return mergedList(node, value);
  if (!isScalar(node) || typeof value === 'object') return fresh(value);
  return same(plain(node), value) ? node : written(node, value);
}

function isMapping(value) {
  return typeof value === 'object' && !Array.isArray(value);
}

function mergedMap(node, values) {
  node.items = node.items.filter(({ key, value }) => key.value in values || plain(value) === undefined);
  for (const [name, value] of Object.entries(values)) {
    const pair = node.items.find(({ key }) => key.value === name);
    if (pair) pair.value = merged(pair.value, value);
    else node.add({ key: name, value: fresh(value) });
  }
  return node;
}

// Items that did not change are found wherever they stand now; any other takes the place's former one, if that is free.
function mergedList(node, values) {
  const free = [...node.items];
  const found = values.map((value) => taken(free, free.findIndex((item) => item && same(kept(plain(item)), value))));
  node.items = values.map((value, at) => {
    if (found[at]) return found[at];
    const former = node.items[at];
    return former && free.includes(former) ? merged(taken(free, free.indexOf(former)), value) : fresh(value);
  });
  return node;
}

function taken(free, at) {
  return at < 0 ? undefined : free.splice(at, 1, undefined)[0];
}

function fresh(value) {
  const node = new Document(null, AS_TEXT).createNode(typeof value === 'object' ? value : String(value), { aliasDuplicateObjects: false });
  if (isScalar(node)) return written(node, value);
  if (isMap(node)) for (const pair of node.items) pair.value = fresh(value[pair.key.value]);
  else node.items = value.map(fresh);
  if (isSeq(node)) node.flow = node.items.every(isScalar);
  return node;
}

function written(node, value) {
  node.value = String(value);
  node.type = style(node.value, typeof value !== 'string');
  return node;
}

function style(text, isBare) {
  if (isBare || DAY.test(text)) return 'PLAIN';
  if (text.length > LONGEST_LINE || text.includes('\n')) return 'BLOCK_FOLDED';
  return PLAIN.test(text) && !NOT_TEXT.test(text) ? 'PLAIN' : 'QUOTE_DOUBLE';
}
