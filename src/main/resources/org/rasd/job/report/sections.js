// The sections of the page, each drawn anew from the data and its choices.
function figures() {
  const t = DATA.totals[0];
  const shown = ["articles", "stories", "sources", "events", "mentions", "rejected", "duplicates"];
  byId("figures").replaceChildren(...shown.map(key => make("div", {}, make("dt", {}, label("n_" + key)), make("dd", {}, number(t[key])))));
  byId("span").textContent = t.first_day ? label("span") + " " + isolated(date(t.first_day)) + " – " + isolated(date(t.last_day)) : label("nothing");
}

/** Every period from the first to the last, so that a gap shows as a gap; far-off single periods are not joined. */
function periods(rows, grain) {
  const found = [...new Set(rows.map(row => row.period))].sort();
  if (!found.length) return found;
  const all = [];
  const at = new Date(found[0] + "T00:00:00Z");
  while (at.toISOString().slice(0, 10) <= found[found.length - 1]) {
    all.push(at.toISOString().slice(0, 10));
    if (grain === "year") at.setUTCFullYear(at.getUTCFullYear() + 1);
    else at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return all.length > 6 * found.length + 24 ? found : all;
}

function exchangeChoices() {
  const pairs = grouped(DATA.exchanges.filter(r => r.grain === "year"), r => r.a + "\t" + r.b, ["occurred", "planned", "proposed", "negated"]);
  choices("pair", [["", label("allPairs")], ...pairs.map(p => [p.key, pairName(...p.key.split("\t")) + " (" + number(p.occurred) + ")"])], pairs[0]?.key);
  choices("grain", [["month", label("months")], ["year", label("years")]], "month");
}

function exchanges() {
  const grain = byId("grain").value;
  const pair = byId("pair").value;
  const rows = DATA.exchanges.filter(r => r.grain === grain && (!pair || r.a + "\t" + r.b === pair));
  const fields = [...STATUSES, "persons", "least", "most", "unknown"];
  const sums = new Map(grouped(rows, r => r.period, fields).map(r => [r.key, r]));
  const all = periods(rows, grain);
  const of = (p, f) => sums.get(p)?.[f] || 0;
  const shown = all.filter(p => sums.has(p));
  const names = all.map(p => date(p, grain));
  const suffix = ": " + (pair ? pairName(...pair.split("\t")) : label("allPairs"));
  chart("exchange-events", {
    title: label("exchangeEvents") + suffix, height: 320,
    heads: [label(grain), ...STATUSES.map(s => word("statuses", s))],
    rows: shown.map(p => [date(p, grain), ...STATUSES.map(s => of(p, s))]),
    option: { grid: timeGrid(), xAxis: timeAxis(names), yAxis: countAxis(),
      series: STATUSES.map(s => bars(word("statuses", s), all.map(p => of(p, s)), { stack: "all", itemStyle: { color: COLOURS[s] } })) },
  });
  const counted = ["persons", "least", "most", "unknown"];
  chart("exchange-persons", {
    title: label("exchangePersons") + suffix, height: 280,
    heads: [label(grain), ...counted.map(f => label("p_" + f))],
    rows: shown.filter(p => of(p, "occurred")).map(p => [date(p, grain), ...counted.map(f => of(p, f))]),
    option: { grid: timeGrid(), xAxis: timeAxis(names), yAxis: countAxis(),
      series: [bars(label("p_persons"), all.map(p => of(p, "persons")), { itemStyle: { color: "#2f6f9f" } }),
        ...["least", "most"].map((f, i) => ({ name: label("p_" + f), type: "scatter", symbol: i ? "triangle" : "diamond", symbolSize: 8,
          itemStyle: { color: i ? "#b8403a" : "#d08a1d" }, data: all.map(p => of(p, f) || null) }))] },
  });
}

function agreementChoices() {
  const unique = field => [...new Set(DATA.agreements.map(r => r[field]))].sort();
  choices("year", [["", label("allYears")], ...unique("year").reverse().map(y => [String(y), String(y)])]);
  choices("view", [["world", label("world")], ["region", label("region")]]);
  choices("topic", [["", label("allTopics")], ...unique("topic").map(t => [t, word("topics", t)])]);
}

function agreements() {
  const [year, topic] = [byId("year").value, byId("topic").value];
  const wanted = r => (!year || String(r.year) === year) && (!topic || r.topic === topic);
  const fields = ["signed", "planned", "proposed", "broken"];
  const rows = grouped(DATA.agreements.filter(wanted), r => r.country, fields);
  const colours = ["occurred", "planned", "proposed", "negated"].map(s => ({ itemStyle: { color: COLOURS[s] } }));
  ranking("agreement-ranking", label("agreementRanking"), [label("country"), ...fields.map(f => label("a_" + f))],
    rows.map(r => [name(r.key), ...fields.map(f => r[f])]), colours, true);
  agreementMap(rows);
  partners(DATA.partners.filter(wanted));
}

/** Who signed with whom: a table, darker where more. */
function partners(rows) {
  const order = grouped(rows, r => r.a, ["signed"]).slice(0, 16).map(r => r.key);
  if (!order.length) {
    byId("partners").replaceChildren(make("p", { class: "quiet" }, label("nothing")));
    return;
  }
  const counts = new Map(grouped(rows, r => r.a + "\t" + r.b, ["signed"]).map(r => [r.key, r.signed]));
  const most = Math.max(...counts.values());
  const cell = (a, b) => {
    const count = counts.get(a + "\t" + b) || 0;
    const td = make("td", {}, count ? number(count) : a === b ? "" : "·");
    if (count) {
      td.style.background = `rgba(11, 90, 143, ${0.12 + 0.78 * count / most})`;
      td.style.color = count > most / 2 ? "#fff" : "";
    }
    return td;
  };
  byId("partners").replaceChildren(make("table", {},
    make("caption", {}, label("partnersCaption")),
    make("thead", {}, make("tr", {}, make("td", {}), ...order.map(c => make("th", { scope: "col" }, apart(name(c)))))),
    make("tbody", {}, ...order.map(a => make("tr", {}, make("th", { scope: "row" }, apart(name(a))), ...order.map(b => cell(a, b)))))));
}

function coverage() {
  const sources = grouped(DATA.coverage, r => r.source, ["articles"]).map(r => r.key);
  const big = sources.slice(0, 9);
  const rows = DATA.coverage.map(r => ({ ...r, period: r.month.slice(0, 10), source: big.includes(r.source) ? r.source : "" }));
  const all = periods(rows, "month");
  const kinds = sources.length > big.length ? [...big, ""] : big;
  const sums = new Map(grouped(rows, r => r.period + "\t" + r.source, ["articles"]).map(r => [r.key, r.articles]));
  const of = (p, s) => sums.get(p + "\t" + s) || 0;
  const title = s => (s ? isolated(s) : label("otherSources"));
  chart("coverage", {
    title: label("coverage"), height: 320, heads: [label("month"), ...kinds.map(title)],
    rows: all.filter(p => kinds.some(s => of(p, s))).map(p => [date(p, "month"), ...kinds.map(s => of(p, s))]),
    option: { grid: timeGrid(), xAxis: timeAxis(all.map(p => date(p, "month"))), yAxis: countAxis(),
      series: kinds.map(s => bars(title(s), all.map(p => of(p, s)), { stack: "all" })) },
  });
}

function quality() {
  coverage();
  ranking("rejects", label("rejects"), [label("reason"), label("records")],
    DATA.rejects.map(r => [word("reasons", r.reason), r.records]), [{}]);
  const l = DATA.languages[0];
  ranking("languages", label("languages"), [label("languageOf"), label("n_articles")],
    ["arabic", "other", "undetermined"].map(k => [label("l_" + k), l[k]]), [{}]);
  const steps = DATA.confidence.map(r => [isolated(r.from.toFixed(1) + "–" + (r.from + 0.1).toFixed(1)), r.mentions]);
  chart("confidence", {
    title: label("confidence"), height: 260, heads: [label("confidenceOf"), label("n_mentions")], rows: steps,
    option: { legend: { show: false }, grid: timeGrid(), xAxis: timeAxis(steps.map(s => s[0])), yAxis: countAxis(), series: [bars(label("n_mentions"), steps.map(s => s[1]))] },
  });
}
