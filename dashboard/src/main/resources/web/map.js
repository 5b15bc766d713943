// The map: the gates and yards of the site file as the board tells how full they are, and the trucks. It is made when it is first
// looked at, and asks for trucks only while it is.

import { element, find } from "./dom.js";
import { age, number, setZone } from "./format.js";
import { language, word } from "./language.js";
import { clusterText, drawGateList, drawLegend, drawTruckList, truckText } from "./map-beside.js";
import { APART_FROM } from "./map-clusters.js";
import { figuresOf, gateBounds, openingBounds, siteOf } from "./map-figures.js";
import { addLand, SiteShapes } from "./map-shapes.js";
import { TruckLayer } from "./map-trucks.js";
import { may, request } from "./session.js";
import { plateOf } from "./trip-page.js";
import { tripAddress, viewOf, yardAddress } from "./views.js";

const { L } = window;
const REFRESH = 5000;
const SETTLED = 300; // Milliseconds after the last move before the trucks of the new picture are asked for.
const SITE_EVERY = 12; // Questions after which it is asked whether the site file has changed.
const NEAR = 12; // From this zoom on the borders are left out: they are too coarse.

let map = null;
let shapes = null;
let trucks = null;
let hint = null;
let zoomer = null;
let site = { features: [] };
let siteText = "";
let board = null;
let told = null; // The newest answer about trucks.
let failed = null; // Key and values of what is said in its place.
let asking = 0;
let waiting = 0; // Questions without an answer yet.
let settling = null;
let fittedTo = null; // The address that the picture was last made for.

const isShown = () => viewOf(location.hash).view === "map" && !document.hidden;

async function askSite() {
  const text = await (await request("/api/v1/site")).text();
  if (text === siteText) return;
  siteText = text;
  site = siteOf(text);
  fittedTo = null;
  shapes.show(site);
}

async function askTrucks(mine) {
  const bbox = map.getBounds().pad(0.1).toBBoxString();
  const response = await request(`/api/v1/trucks?${new URLSearchParams({ bbox })}`);
  const body = await response.json();
  if (mine !== asking) return; // The picture has moved meanwhile.
  told = response.ok ? body : null;
  failed = response.ok ? null : response.status === 503 ? ["tripsReading", {}] : ["loadFailed", { why: body.detail }];
}

async function ask() {
  if (map === null || !isShown()) return;
  const mine = ++asking;
  waiting++;
  try {
    if (siteText === "" || mine % SITE_EVERY === 1) await askSite();
    if (may("operator")) await askTrucks(mine);
    else failed = ["tripsForbidden", {}];
  } catch (fault) {
    failed = ["loadFailed", { why: fault.message }];
  }
  waiting--;
  drawMap();
}

function sayTrucks() {
  const inside = trucks.visible();
  drawTruckList(inside);
  const old = inside.filter((truck) => truck.old).length;
  const ages = inside.map((truck) => truck.ageSeconds).filter((seconds) => seconds !== null);
  const counted = ages.length === 0 ? word("mapSaidNone") : word("mapSaid", { n: number(inside.length), old: number(old), age: age(Math.min(...ages)) });
  find("map-said").textContent = failed !== null ? word(...failed) : told === null ? word("tripLoading") : counted;
}

function speak() {
  if (zoomer?.speaks === language()) return;
  zoomer?.remove();
  zoomer = L.control.zoom({ zoomInTitle: word("mapZoomIn"), zoomOutTitle: word("mapZoomOut") }).addTo(map);
  zoomer.speaks = language();
}

/** Draws what is known; with a board, what that says. */
export function drawMap(newest) {
  board = newest ?? board;
  if (map === null || !isShown()) return;
  const figures = figuresOf(board);
  if (told !== null) setZone(told.timeZone);
  speak();
  drawLegend();
  drawGateList(site, figures.gates);
  trucks.show(told?.trucks ?? [], shapes.points());
  shapes.fill(figures);
  goWhereAsked();
  sayTrucks();
}

// Only once for each address: who has moved the map since wants to see what they look at.
function goWhereAsked() {
  const { of } = viewOf(location.hash);
  if (board === null || fittedTo === location.hash) return;
  const bounds = of === "" ? openingBounds(site, board) : gateBounds(site, of) ?? openingBounds(site, board);
  if (bounds === null) return;
  fittedTo = location.hash;
  map.fitBounds(bounds, { padding: map.getSize().x > 600 ? [90, 48] : [32, 32], maxZoom: 17, animate: false });
}

function hintOf({ truck, cluster }) {
  const [title, text] = cluster === undefined ? [plateOf(truck), truckText(truck)]
    : [word("mapCluster", { n: number(cluster.trucks.length) }), clusterText(cluster)];
  return element("span", "", element("strong", "", title), ` ${text}`);
}

function pointAt(event) {
  const overName = event.originalEvent.target.closest?.("a");
  const found = overName ? null : trucks.near(event.containerPoint);
  const leads = found !== null && (found.cluster !== undefined || found.truck.tripId !== null);
  map.getContainer().classList.toggle("pointing", leads);
  if (found === null) hint.remove();
  else hint.setLatLng(map.containerPointToLatLng(found.at)).setContent(hintOf(found)).addTo(map);
  return found;
}

// So close that at least some of them come apart.
function goCloser({ trucks: together }) {
  const bounds = L.latLngBounds(together.map((truck) => [truck.latitude, truck.longitude]));
  hint.remove();
  map.setView(bounds.getCenter(), Math.max(map.getZoom() + 1, Math.min(map.getBoundsZoom(bounds), APART_FROM)), { animate: false });
}

// A truck goes before the yard that it stands in.
function follow(event, yardId = null) {
  if (event.originalEvent.target.closest?.("a")) return;
  const found = pointAt(event);
  if (found?.cluster !== undefined) goCloser(found.cluster);
  else if (found !== null && found.truck.tripId !== null) location.hash = tripAddress(found.truck.tripId);
  else if (found === null && yardId !== null) location.hash = yardAddress(yardId);
}

function moved() {
  map.getContainer().classList.toggle("near", map.getZoom() >= NEAR);
  shapes.labels.arrange();
  sayTrucks();
  clearTimeout(settling);
  settling = setTimeout(ask, SETTLED);
}

function make() {
  // Nothing moves by itself: it is calm, and spares old machines.
  map = L.map("map-place", { attributionControl: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false, inertia: false,
    zoomSnap: 0.25, zoomDelta: 0.75, minZoom: 5, maxZoom: 18, center: [22, 106.5], zoom: 8 });
  map.createPane("land").style.zIndex = 200;
  shapes = new SiteShapes(map, follow);
  trucks = new TruckLayer().addTo(map);
  shapes.labels.besides = () => trucks.boxes();
  hint = L.tooltip({ direction: "top", offset: [0, -8], className: "truck-hint" });
  map.on("moveend", moved).on("resize", () => shapes.labels.arrange());
  map.on("mousemove", pointAt).on("mouseout", () => hint.remove()).on("click", (event) => follow(event));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => trucks.draw());
  addLand(map).catch((fault) => {
    failed = ["loadFailed", { why: fault.message }];
  });
}

function open() {
  if (!isShown()) return;
  if (map === null) make();
  map.invalidateSize(false);
  drawMap();
  ask();
}

export function startMap() {
  window.addEventListener("hashchange", open);
  document.addEventListener("visibilitychange", open);
  find("map-gates").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link === null) return;
    fittedTo = null; // Wanted again, wherever the map has been moved to.
    if (link.getAttribute("href") === location.hash) open();
  });
  setInterval(() => {
    if (waiting === 0) ask();
  }, REFRESH);
  open();
}
