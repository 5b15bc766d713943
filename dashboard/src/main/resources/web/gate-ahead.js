// What is coming to a gate: the chart of its yards or queues, when limits will be reached, and how many trucks are expected.

import { chart, roundUp } from "./chart.js";
import { element } from "./dom.js";
import { clock, number, percent, span, when } from "./format.js";
import { word } from "./language.js";

const QUARTER = 15 * 60 * 1000;
const HOUR = 60 * 60 * 1000;
const HOURS = 24;

const at = (forecast, milliseconds) => new Date(Date.parse(forecast.at) + milliseconds).toISOString();

function limitLines(limits) {
  if (limits.occupancy === null) return [];
  return ["congested", "critical"].map((name) => {
    const value = limits.occupancy[name].up;
    return { name, value, label: percent(value) };
  });
}

function occupancyChart(gate) {
  const { forecast, occupancy } = gate.load;
  const highest = Math.max(...forecast.occupancy);
  const step = forecast.occupancy.indexOf(highest) + 1;
  const time = clock(at(forecast, step * QUARTER));
  const values = [occupancy ?? forecast.occupancy[0], ...forecast.occupancy];
  return chart({
    label: word("aheadChart", { highest: percent(highest), time }),
    lines: [{ name: "occupancy", values }],
    limits: limitLines(gate.limits),
    start: forecast.at, hours: HOURS, top: Math.max(1, roundUp(Math.max(...values))),
    peak: { x: (100 * step) / forecast.occupancy.length, value: highest, text: word("peak", { highest: percent(highest), time }) },
    format: percent,
  });
}

/** When the yards reach a limit, by what was forecast; the minutes count from the forecast on. */
function reaching(minutes, limit, forecast, now) {
  const text = percent(limit.up);
  if (minutes === null) return word("staysBelow", { limit: text });
  if (minutes === 0) return word("isReached", { limit: text });
  const time = at(forecast, minutes * 60000);
  const left = (Date.parse(time) - Date.parse(now)) / 1000;
  const shown = { limit: text, time: when(time, now), age: span(left) };
  return left > 0 ? word("reaches", shown) : word("wasToReach", shown); // A forecast may be older than what it foresaw.
}

function queueChart(gate) {
  const { forecast, sides } = gate.load;
  const lines = forecast.sides.map((side) => {
    const waiting = sides.find((one) => one.direction === side.direction)?.backlog.total ?? side.queue[0];
    return { name: side.direction.toLowerCase(), direction: side.direction, values: [waiting, ...side.queue] };
  });
  const highest = (direction) => number(Math.max(...(lines.find((line) => line.direction === direction)?.values ?? [0])));
  const figure = chart({
    label: word("aheadQueue", { export: highest("EXPORT"), import: highest("IMPORT") }),
    lines, limits: [], start: forecast.at, hours: HOURS,
    top: roundUp(Math.max(4, ...lines.flatMap((line) => line.values))), format: number,
  });
  const legend = element("ul", "legend lines", ...lines.map((line) =>
    element("li", "", element("span", `swatch line-${line.name}`), word(line.direction))));
  return [figure, legend];
}

/** The chart that decides: the yards where they have a capacity, else the queues. */
export function ahead(gate, now) {
  const { forecast } = gate.load;
  const title = element("h3", "", word("ahead"));
  if (forecast === null) return [title, element("p", "none", word("noForecast"))];
  if (forecast.occupancy.length === 0) return [title, element("p", "small", word("queueAhead")), ...queueChart(gate)];
  const told = [];
  if (gate.limits.occupancy !== null) {
    const { congested, critical } = gate.limits.occupancy;
    told.push(reaching(forecast.minutesToCongested, congested, forecast, now));
    if (forecast.minutesToCongested !== null) told.push(reaching(forecast.minutesToCritical, critical, forecast, now));
  }
  return [title, element("p", "small told", told.join(" · ")), occupancyChart(gate)];
}

/** The queues, where the first chart was of the yards. */
export function queues(gate) {
  const { forecast } = gate.load;
  if (forecast === null || forecast.occupancy.length === 0) return [];
  return [element("h4", "", word("queueAhead")), ...queueChart(gate)];
}

/** How many trucks are expected in the next hours, with the band. */
export function arrivals(gate, name) {
  const { forecast } = gate.load;
  if (forecast === null) return [];
  const column = (text) => {
    const cell = element("th", "", text);
    cell.scope = "col";
    return cell;
  };
  const head = element("tr", "", column(word("within")), ...forecast.sides.map((side) => column(word(side.direction))));
  const rows = (forecast.sides[0]?.arrivals ?? []).map(({ hours }) => {
    const row = element("th", "", word("hours", { n: hours }));
    row.scope = "row";
    return element("tr", "", row, ...forecast.sides.map((side) => element("td", "", band(side, hours))));
  });
  const table = element("table", "expected", element("thead", "", head), element("tbody", "", ...rows));
  table.setAttribute("aria-label", `${name}: ${word("expected")}`);
  return [element("h4", "", word("expected")), table,
    element("p", "small", `${word("bandNote")} · ${word("made", { time: clock(forecast.at) })}`)];
}

function band(side, hours) {
  const found = side.arrivals.find((one) => one.hours === hours);
  if (found === undefined) return "–";
  const [trucks, low, high] = [found.trucks, found.low, found.high].map((value) => number(Math.round(value)));
  return word("band", { trucks, low, high });
}
