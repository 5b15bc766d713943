// One yard: how full it is, what kinds of trucks stand in it, and which they are, the one that has stood there longest first.

import { element, find, icon, refill } from "./dom.js";
import { age, clock, number, seconds, setZone, span, when } from "./format.js";
import { language, nameOf, word, wordOr } from "./language.js";
import { may, request } from "./session.js";
import { plateOf, stageOf } from "./trip-page.js";
import { doubtName, placeName } from "./trip-rows.js";
import { mapAddress, tripAddress, viewOf } from "./views.js";
import { bar, figureLine, footLine } from "./yards.js";

const REFRESH = 10000;
const PAGE = 100;
const MOST = 500; // As many as the server gives at once.

let wanted = null; // Id of the yard that the address asks for.
let answer = null;
let trucks = null;
let said = null; // Key and values of what is said in place of an answer, or of the trucks.
let limit = PAGE;
let asking = 0;

const path = (id) => `/api/v1/yards/${encodeURIComponent(id)}`;

async function fault(response) {
  if (response.status === 404) return ["yardGone", {}];
  if (response.status === 503) return ["tripsReading", {}];
  return ["loadFailed", { why: (await response.json()).detail }];
}

async function ask() {
  const mine = ++asking;
  try {
    const [figures, standing] = await Promise.all([request(path(wanted)), may("operator") ? request(`${path(wanted)}/trucks?limit=${limit}`) : null]);
    const bodies = [figures.ok ? await figures.json() : null, standing?.ok ? await standing.json() : null];
    const failed = [figures, standing].find((response) => response !== null && !response.ok);
    const why = failed === undefined ? null : await fault(failed);
    if (mine !== asking) return; // Something else was asked for meanwhile.
    [answer, trucks] = bodies;
    said = why ?? (standing === null ? ["tripsForbidden", {}] : null);
    if (answer !== null) setZone(answer.timeZone);
  } catch (problem) {
    if (mine !== asking) return;
    said = ["loadFailed", { why: problem.message }];
  }
  drawYard();
}

/** What stands there by kind, each with how many; and how many of the yard's trucks that rests on. */
export function mixParts({ mix, yard, boardTime }) {
  if (mix === null || yard.kind === "buffer") return [];
  const counts = [["EXPORT", mix.exports], ["IMPORT", mix.imports], ["tripNoDirection", mix.noSide], ["yardDeclared", mix.declared],
    ["yardUndeclared", mix.known - mix.declared], ["yardPerishable", mix.perishable], ["yardCold", mix.refrigerated], ["yardDoubts", mix.withDiscrepancy]];
  const list = element("dl", "mix-list");
  for (const [key, n] of counts) list.append(element("div", "", element("dt", "", word(key)), element("dd", "", number(n))));
  const all = yard.asOf === null ? null : yard.confirmed + yard.uncertain;
  const rests = all === null ? word("yardKnown", { n: number(mix.known) }) : word("yardKnownOf", { n: number(mix.known), all: number(all) });
  const changed = mix.asOf === null ? "" : ` · ${clock(mix.asOf)}${boardTime === null ? "" : ` · ${word("ago", { age: age(Math.max(0, seconds(mix.asOf, boardTime))) })}`}`;
  return [element("h4", "", word("yardMix")), list, element("p", "small", rests + changed)];
}

function pageParts(told) {
  const { yard, limits } = told;
  const gate = element("p", "", `${placeName(told.gate)} · `);
  if (yard.gateId !== null) {
    const link = element("a", "", word("yardOnMap"));
    link.href = mapAddress(yard.gateId);
    gate.append(link);
  }
  const parts = [element("h3", "", nameOf(yard)), gate];
  if (yard.asOf === null) return [...parts, element("p", "none", `– ${word("noFigure")}`), ...mixParts(told)];
  const block = element("div", yard.stale ? "total stale" : "total", figureLine(yard, limits));
  if (yard.capacity !== null) block.append(bar(yard, limits));
  block.append(footLine(yard));
  return [...parts, block, ...mixParts(told)];
}

function kindOf(truck) {
  const side = truck.direction === "UNKNOWN" ? word("tripNoDirection") : wordOr(truck.direction, truck.direction);
  return [side, stageOf("data", truck.dataStage), truck.perishable ? word("yardPerishable") : null, truck.refrigerated ? word("yardCold") : null,
    truck.certainty === "UNCERTAIN" ? word("uncertain") : null].filter((text) => text !== null).join(" · ");
}

function truckItem(truck, now) {
  const link = element("a", "", plateOf(truck));
  link.href = tripAddress(truck.tripId);
  const dwell = truck.dwellSeconds === null ? "–" : span(truck.dwellSeconds);
  const doubts = truck.discrepancies.map(doubtName).join(", ");
  return element("li", truck.certainty === "UNCERTAIN" ? "unsure" : "", element("p", "plate", link),
    element("p", "dwell", element("strong", "", dwell), element("span", "small", ` ${word("since", { time: when(truck.enteredAt, now ?? truck.enteredAt) })}`)),
    element("p", "small kind", kindOf(truck)), doubts === "" ? null : element("p", "small warns", icon("CONGESTED"), ` ${doubts}`));
}

export function drawYard() {
  if (wanted === null) return;
  const empty = answer?.yard.kind === "buffer" ? "yardBuffer" : "yardEmpty";
  find("yard-said").textContent = said === null ? word(trucks?.total === 0 ? empty : "yardListed", { n: number(trucks?.total ?? 0) }) : word(...said);
  refill(find("yard-page"), [answer?.yard, answer?.mix, answer?.gate, answer?.boardTime, language()], () => (answer === null ? [] : pageParts(answer)));
  refill(find("yard-trucks"), [trucks, language()], () => (trucks?.trucks ?? []).map((truck) => truckItem(truck, trucks.boardTime)));
  find("yard-more").hidden = trucks === null || trucks.next === null || limit >= MOST;
}

function goWhereAsked() {
  const { view, of } = viewOf(location.hash);
  wanted = view === "yard" ? of : null;
  if (wanted === null) return;
  [answer, trucks, said, limit] = [null, null, ["tripLoading", {}], PAGE];
  drawYard();
  ask();
}

export function startYard() {
  window.addEventListener("hashchange", goWhereAsked);
  find("yard-more").addEventListener("click", () => {
    limit = Math.min(MOST, limit + PAGE);
    ask();
  });
  goWhereAsked();
  setInterval(() => {
    if (wanted !== null && !document.hidden) ask();
  }, REFRESH);
}
