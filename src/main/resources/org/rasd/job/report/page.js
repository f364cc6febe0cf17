"use strict";
// The page's data and language, and how elements are made. All text enters by textContent: nothing here reads markup.
const DATA = JSON.parse(document.getElementById("data").textContent);
const LABELS = JSON.parse(document.getElementById("labels").textContent);
const STATUSES = ["occurred", "planned", "proposed", "negated"];
const asked = new URLSearchParams(location.search).get("lang");
const preferred = (navigator.language || "").startsWith("ar") ? "ar" : "en";
let language = LABELS[asked] ? asked : preferred;

const label = key => LABELS[language][key] ?? LABELS.en[key] ?? key;
/** A code of the tables in words: a type, status, topic or reason; as it stands where the page has no word. */
const word = (kind, code) => (LABELS[language][kind] || {})[code] ?? String(code);
const name = code => (DATA.names[code] || {})[language] || code;
const rtl = () => language === "ar";
const locale = () => (rtl() ? "ar-u-ca-gregory-nu-latn" : "en-GB-u-ca-gregory");
const number = value => new Intl.NumberFormat(locale()).format(value);
/** Between marks that keep a text's direction from reaching the text around it; for charts and options. */
const isolated = text => "\u2068" + text + "\u2069";
const pairName = (a, b) => isolated(name(a)) + " – " + isolated(name(b));

const FORMS = {
  day: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};
function date(iso, precision = "day") {
  if (!iso) return "";
  return new Intl.DateTimeFormat(locale(), { ...FORMS[precision], timeZone: "UTC" }).format(new Date(iso.slice(0, 10) + "T00:00:00Z"));
}

/** An element with text and attributes; children are elements or texts. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
/** Foreign text, its direction kept to itself. */
const apart = text => make("bdi", { dir: "auto" }, text);
/** A list with elements between which stands a separator. */
const joined = (items, separator) => items.flatMap((item, i) => (i ? [separator, item] : [item]));
const byId = id => document.getElementById(id);

/** Options of a choice, its value kept where it still is one. */
function choices(id, options, first) {
  const select = byId(id);
  const before = select.value || first;
  select.replaceChildren(...options.map(([value, text]) => {
    const option = make("option", {}, text);
    option.value = value;
    return option;
  }));
  if (options.some(([value]) => value === before)) select.value = before;
}

/** Rows of one key put together: sums of `fields`, biggest first field first. */
function grouped(rows, key, fields) {
  const groups = new Map();
  for (const row of rows) {
    const k = key(row);
    if (!groups.has(k)) groups.set(k, { key: k, ...Object.fromEntries(fields.map(f => [f, 0])) });
    for (const f of fields) groups.get(k)[f] += row[f] || 0;
  }
  return [...groups.values()].sort((x, y) => y[fields[0]] - x[fields[0]] || (x.key < y.key ? -1 : 1));
}
