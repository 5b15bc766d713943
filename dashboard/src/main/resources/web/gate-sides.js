// The two sides of a gate beside each other, in a table: who waits, for how long, and how fast the gate works.

import { element, icon } from "./dom.js";
import { decimal, number, percent, span } from "./format.js";
import { word, wordOr } from "./language.js";

const CATEGORIES = ["fruit", "otherPerishable", "newVehicle", "other", "undeclared"];

function state(side) {
  const key = side.open ? (side.reduced ? "reduced" : "open") : "closed";
  const parts = [element("span", `state ${key}`, icon(side.open ? "open" : "closed"), word(key))];
  if (side.suspended.length > 0) {
    const goods = side.suspended.map((one) => wordOr(one, one)).join(", ");
    parts.push(element("span", "small warns", word("suspended", { goods })));
  }
  return parts;
}

/** The share of each category as a bar, and the same in words below. */
function backlog(side) {
  const { backlog: waiting } = side;
  const parts = [element("strong", "large", number(waiting.total))];
  if (waiting.total === 0) return parts;
  const present = CATEGORIES.filter((category) => waiting[category] > 0);
  const bar = element("span", "mix", ...present.map((category) => {
    const piece = element("span", `cat-${category}`);
    piece.style.flexGrow = waiting[category];
    return piece;
  }));
  bar.setAttribute("aria-hidden", "true");
  const list = element("ul", "categories", ...present.map((category) =>
    element("li", "", element("span", `swatch cat-${category}`), `${number(waiting[category])} ${word(category)}`)));
  parts.push(bar, list);
  if (waiting.refrigerated > 0) {
    const share = percent(waiting.refrigerated / waiting.total);
    parts.push(element("span", "small", word("refrigerated", { n: number(waiting.refrigerated), share })));
  }
  return parts;
}

function wait(figures, none) {
  if (figures === null || figures.medianSeconds === null) return [none];
  const parts = [element("strong", "", span(figures.medianSeconds))];
  if (figures.p95Seconds !== null) {
    parts.push(element("span", "small", word("p95", { wait: span(figures.p95Seconds) })));
  }
  return parts;
}

function predicted(forecast, direction) {
  const side = forecast?.sides.find((one) => one.direction === direction);
  if (side === undefined) return ["–"];
  const none = element("span", "small", word("noPrediction"));
  return wait({ medianSeconds: side.waitMedianSeconds, p95Seconds: side.waitP95Seconds }, none);
}

function daysToClear(side) {
  if (side.daysToClear === null) return [word("neverClear")];
  const days = decimal(side.daysToClear);
  return [element("strong", "", word("days", { n: days }))];
}

const recent = (count) =>
  [element("span", "", word("inHour", { n: number(count.inHour) })), element("span", "", word("inDay", { n: number(count.inDay) }))];

function table(label, sides, rows) {
  const head = element("tr", "", column(word("side")), ...sides.map((side) => column(word(side.direction))));
  const body = rows.map(([key, cell]) => {
    const name = element("th", "", word(key));
    name.scope = "row";
    return element("tr", `row-${key}`, name, ...sides.map((side) => element("td", "", ...cell(side))));
  });
  const made = element("table", "sides", element("thead", "", head), element("tbody", "", ...body));
  made.setAttribute("aria-label", label);
  return made;
}

function column(text) {
  const cell = element("th", "", text);
  cell.scope = "col";
  return cell;
}

/** What an operator looks at first. */
export function sides(gate, name) {
  const { load } = gate;
  return table(name, load.sides, [
    ["state", state],
    ["backlog", backlog],
    ["currentWait", (side) => wait(side.currentWait, "–")],
    ["predictedWait", (side) => predicted(load.forecast, side.direction)],
    ["daysToClear", daysToClear],
    ["arrived", (side) => recent(side.arrivals)],
    ["cleared", (side) => recent(side.crossings)],
  ]);
}

/** What stands behind it. */
export function moreFigures(gate, name) {
  const { load } = gate;
  const declared = (side) => load.forecast?.sides.find((one) => one.direction === side.direction)?.expectedTrucks;
  return table(`${name}: ${word("moreFigures")}`, load.sides, [
    ["serviceRate", (side) => [side.serviceRate === null ? "–" : word("perHour", { n: decimal(side.serviceRate) })]],
    ["actualWait", (side) => wait(side.actualWait, "–")],
    ["coverage", (side) => [side.coverage === null ? "–" : percent(side.coverage)]],
    ["channel", ({ backlog: { green, yellow, red } }) =>
      [word("channels", { green: number(green), yellow: number(yellow), red: number(red) })]],
    ["declaredComing", (side) => [declared(side) === undefined ? "–" : number(declared(side))]],
  ]);
}
