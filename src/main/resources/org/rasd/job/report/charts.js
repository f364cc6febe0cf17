// Charts: each is a figure with a caption, a picture that says in words what it shows, and the same numbers as a table.
const COLOURS = { occurred: "#1b8a5a", planned: "#2f7fc1", proposed: "#d08a1d", negated: "#b8403a" };
const PALETTE = ["#2f6f9f", "#d08a1d", "#1b8a5a", "#8a5aa8", "#b8403a", "#5d7a86", "#a8763e", "#3f9f9f", "#c25b8f", "#7d8c2f"];
const drawn = new Map();
let paper = false;
const dark = () => !paper && matchMedia("(prefers-color-scheme: dark)").matches;

function table(caption, heads, rows) {
  const cell = (value, i) => (i === 0
    ? make("th", { scope: "row" }, apart(value))
    : make("td", typeof value === "number" ? { class: "number" } : {}, typeof value === "number" ? number(value) : value));
  return make("table", {},
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...heads.map(head => make("th", { scope: "col" }, apart(head))))),
    make("tbody", {}, ...rows.map(row => make("tr", {}, ...row.map(cell)))));
}

/** The numbers beneath a picture, to be opened; as open as those that `place` shows now. */
function numbers(place, title, heads, rows) {
  const details = make("details", {}, make("summary", {}, label("asTable")),
    make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": title }, table(title, heads, rows)));
  details.open = place.querySelector("details")?.open || false;
  return details;
}

/** Draws into the element `id`: `option` for the library, `rows` under `heads` for the table, `height` in pixels. */
function chart(id, { title, heads, rows, option, height }) {
  const place = byId(id);
  const details = numbers(place, title, heads, rows);
  drawn.get(id)?.dispose();
  drawn.delete(id);
  const figure = make("figure", {}, make("figcaption", { id: id + "-title" }, title));
  place.replaceChildren(figure);
  if (!rows.length) {
    figure.append(make("p", { class: "quiet" }, label("nothing")));
    return;
  }
  const picture = make("div", { class: "chart", role: "img", "aria-label": title + ". " + label("inTable") });
  picture.style.blockSize = height + "px";
  figure.append(picture, details);
  const instance = echarts.init(picture, dark() ? "dark" : null, { renderer: "svg" });
  instance.setOption({ ...common(), ...option });
  drawn.set(id, instance);
}

/** What all charts share; texts of tips are drawn, not put in as markup. */
function common() {
  const font = getComputedStyle(document.body).fontFamily;
  return {
    animation: false,
    backgroundColor: "transparent",
    color: PALETTE,
    textStyle: { fontFamily: font },
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow" },
      valueFormatter: value => (typeof value === "number" ? number(value) : value), textStyle: { fontFamily: font },
    },
    legend: { type: "scroll", top: 0, left: rtl() ? undefined : 0, right: rtl() ? 0 : undefined, textStyle: { fontFamily: font } },
    grid: { top: 44, left: 8, right: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
  };
}
/** Room for numbers on the side where reading begins. */
const timeGrid = () => ({ top: 44, bottom: 28, left: rtl() ? 12 : 56, right: rtl() ? 56 : 12, outerBoundsMode: "none" });
/** Time runs with the reading direction. */
const timeAxis = periods => ({ type: "category", data: periods, inverse: rtl(), axisLabel: { hideOverlap: true }, axisTick: { show: false } });
const countAxis = () => ({ type: "value", position: rtl() ? "right" : "left", minInterval: 1, axisLabel: { formatter: number } });
const bars = (title, data, more = {}) => ({ name: title, type: "bar", data, barMaxWidth: 36, ...more });

/** A chart of lying bars, biggest on top. */
function ranking(id, title, heads, rows, series, stacked) {
  const shown = rows.slice(0, 20);
  chart(id, {
    title, heads, rows, height: 60 + shown.length * 26,
    option: {
      legend: { ...common().legend, show: series.length > 1 },
      grid: { ...common().grid, top: series.length > 1 ? 44 : 8 },
      xAxis: { type: "value", inverse: rtl(), minInterval: 1, axisLabel: { formatter: number, hideOverlap: true } },
      yAxis: {
        type: "category", data: shown.map(row => isolated(row[0])), inverse: true, position: rtl() ? "right" : "left",
        axisTick: { show: false }, axisLabel: { width: Math.min(170, byId(id).clientWidth * 0.4), overflow: "truncate", interval: 0 },
      },
      series: series.map((s, i) => bars(heads[i + 1], shown.map(row => row[i + 1]), { barMaxWidth: 18, ...(stacked ? { stack: "all" } : {}), ...s })),
    },
  });
}

addEventListener("resize", () => drawn.forEach(instance => instance.resize()));
function charts() {
  exchanges();
  agreements();
  quality();
}
// On paper everything is open, dark on light and as wide as the sheet.
let opened = [];
addEventListener("beforeprint", () => {
  if (dark()) {
    paper = true;
    charts();
  }
  opened = [...document.querySelectorAll("details:not([open])")];
  opened.forEach(details => { details.open = true; });
  drawn.forEach(instance => instance.resize({ width: 660 }));
});
addEventListener("afterprint", () => {
  if (paper) {
    paper = false;
    charts();
  }
  opened.forEach(details => { details.open = false; });
  drawn.forEach(instance => instance.resize({ width: "auto" }));
});
