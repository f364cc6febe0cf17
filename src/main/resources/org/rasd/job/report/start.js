// The latest events, the switch of language, and the start.
const STEP = 20;
let limit = STEP;

function eventChoices() {
  const types = [...new Set(DATA.events.map(e => e.type))].map(t => [t, word("types", t)]).sort((x, y) => x[1].localeCompare(y[1], language));
  choices("type", [["", label("allTypes")], ...types]);
  choices("status", [["", label("allStatuses")], ...STATUSES.map(s => [s, word("statuses", s)])]);
}

/** The sentence with its trigger marked, the first time it stands there. */
function evidence(event) {
  const text = event.sentence || "";
  const at = event.trigger ? text.indexOf(event.trigger) : -1;
  const parts = at < 0 ? [text] : [text.slice(0, at), make("mark", {}, event.trigger), text.slice(at + event.trigger.length)];
  return make("blockquote", { lang: "ar", dir: "auto" }, ...parts);
}

/** A link where the address is one of the web; else the title alone. */
function article(event) {
  const title = event.title || event.source || "";
  if (!/^https?:\/\//i.test(event.url || "")) return apart(title);
  return make("a", { href: event.url, rel: "noopener noreferrer nofollow", target: "_blank" }, apart(title),
    make("span", { class: "quiet" }, " ↗"));
}

function shownEvent(event) {
  const parties = event.parties.map(code => apart(name(code)));
  const mediators = event.mediators.map(code => apart(name(code)));
  const when = event.date ? date(event.date, event.precision || "day") : label("undated");
  const facts = [make("span", {}, when)];
  if (event.persons !== null) facts.push(label("persons") + ": " + number(event.persons));
  if (event.topic) facts.push(word("topics", event.topic));
  if (mediators.length) facts.push(make("span", {}, label("mediators") + ": ", ...joined(mediators, label("comma"))));
  facts.push(label("toldBy") + " " + number(event.articles) + " / " + number(event.sources));
  if (event.confidence !== null) facts.push(label("confidenceShort") + " " + number(Number(event.confidence.toFixed(2))));
  return make("li", {},
    make("h3", {}, make("span", {}, word("types", event.type)),
      make("span", { class: "status " + (STATUSES.includes(event.status) ? event.status : "") }, word("statuses", event.status)),
      make("span", {}, ...joined(parties, label("comma")))),
    evidence(event),
    make("p", { class: "facts" }, ...joined(facts, " · ")),
    make("p", { class: "facts quiet" }, article(event), ...(event.source ? [" · ", apart(event.source)] : []),
      " · " + label("reported") + " " + date(event.reported)));
}

function events() {
  const [type, status] = [byId("type").value, byId("status").value];
  const words = byId("words").value.trim().toLowerCase();
  const text = e => [e.sentence, e.title, e.source, ...e.parties, ...e.parties.map(name)].join("\n").toLowerCase();
  const found = DATA.events.filter(e => (!type || e.type === type) && (!status || e.status === status) && (!words || text(e).includes(words)));
  byId("events").replaceChildren(...found.slice(0, limit).map(shownEvent));
  byId("found").textContent = label("found") + " " + number(Math.min(limit, found.length)) + " / " + number(found.length);
  byId("more").hidden = found.length <= limit;
}

function draw() {
  const root = document.documentElement;
  root.lang = language;
  root.dir = rtl() ? "rtl" : "ltr";
  document.title = label("title");
  document.querySelectorAll("[data-label]").forEach(element => { element.textContent = label(element.dataset.label); });
  document.querySelectorAll("[data-label-aria]").forEach(element => element.setAttribute("aria-label", label(element.dataset.labelAria)));
  const other = rtl() ? "en" : "ar";
  byId("language").textContent = LABELS[other].language;
  byId("language").lang = other;
  figures();
  exchangeChoices();
  agreementChoices();
  eventChoices();
  events();
  charts();
}

const on = (ids, kind, act) => ids.forEach(id => byId(id).addEventListener(kind, act));
on(["pair", "grain"], "change", exchanges);
on(["year", "topic", "view"], "change", agreements);
on(["type", "status"], "change", () => { limit = STEP; events(); });
on(["words"], "input", () => { limit = STEP; events(); });
on(["more"], "click", () => {
  const first = limit;
  limit += STEP;
  events();
  const next = byId("events").children[first];
  next?.setAttribute("tabindex", "-1");
  next?.focus();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts());
on(["language"], "click", () => {
  language = rtl() ? "en" : "ar";
  draw();
});
draw();
