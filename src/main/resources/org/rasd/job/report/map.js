// Agreements by country as a map: darker where more were signed. Drawn by hand: the library's map would double its size.
const MAP = JSON.parse(byId("map-outlines").textContent);
/** What of the world is shown; in tenths of the outlines' units. */
const VIEWS = { world: [60, 10, 9960, 4340], region: [4440, 690, 2600, 1750] };

const svg = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** Four steps of colour, each twice the numbers of the one before where there are many. */
function steps(most) {
  const bounds = [most / 8, most / 4, most / 2, most].map(Math.ceil);
  return bounds.filter((bound, i) => i === 0 || bound > bounds[i - 1]);
}

function countryShape(code, bounds, row, view) {
  const step = row?.signed ? bounds.findIndex(bound => row.signed <= bound) + 1 + (4 - bounds.length) : 0;
  const look = { class: "country step" + step };
  if (row?.signed) look["data-country"] = code;
  const shape = MAP.shapes[code] ? svg("path", { ...look, d: MAP.shapes[code] })
    : svg("circle", { ...look, cx: MAP.points[code][0], cy: MAP.points[code][1], r: view[2] / 160 });
  if (row) shape.append(svg("title", {}, name(code) + ": " + number(row.signed)));
  return shape;
}

function legend(bounds) {
  const from = i => (i === 0 ? 1 : bounds[i - 1] + 1);
  const range = (bound, i) => isolated(from(i) === bound ? number(bound) : number(from(i)) + "–" + number(bound));
  return make("ul", { class: "steps", "aria-hidden": "true" }, ...bounds.map((bound, i) => make("li", {},
    make("span", { class: "swatch step" + (i + 1 + 4 - bounds.length) }), range(bound, i))));
}

/** Countries of `rows` on the map; the numbers beneath it as a table, with those that no map shows. */
function agreementMap(rows) {
  const place = byId("agreement-map");
  const signed = rows.filter(row => row.signed);
  const title = label("agreementMap");
  const details = numbers(place, title, [label("country"), label("a_signed")], signed.map(row => [name(row.key), row.signed]));
  const figure = make("figure", {}, make("figcaption", {}, title));
  place.replaceChildren(figure);
  if (!signed.length) {
    figure.append(make("p", { class: "quiet" }, label("nothing")));
    return;
  }
  const view = VIEWS[byId("view").value] || VIEWS.world;
  const most = signed[0].signed;
  const bounds = steps(most);
  const of = new Map(signed.map(row => [row.key, row]));
  const codes = [...Object.keys(MAP.shapes), ...Object.keys(MAP.points).filter(code => of.has(code))];
  const first = signed.slice(0, 3).map(row => name(row.key) + " " + number(row.signed)).join(label("comma"));
  const picture = svg("svg", { viewBox: view.join(" "), role: "img", class: "map",
    "aria-label": title + ". " + first + ". " + label("inTable") },
    ...codes.map(code => countryShape(code, bounds, of.get(code), view)));
  figure.append(picture, legend(bounds), details);
}
