// The board draws what the stream sends and computes nothing but sizes, order and words.

import { startAck } from "./ack.js";
import { drawAlerts, onFilter } from "./alerts.js";
import { drawChoice, drawDaily, followDaily, startDaily } from "./daily.js";
import { element, find, icon, refill } from "./dom.js";
import { age, clockToSecond, dateAndTime, number, setZone } from "./format.js";
import { drawGates, worstFirst } from "./gate-card.js";
import { levelName } from "./gate-reasons.js";
import { findLanguage, keepLanguage, language, setLanguage, word } from "./language.js";
import { drawMap, startMap } from "./map.js";
import { checkSession } from "./session.js";
import { drawSession, startSession } from "./sign-in.js";
import { follow } from "./stream.js";
import { drawTrips, startTrips } from "./trips.js";
import { showCard, startViews } from "./views.js";
import { drawYard, startYard } from "./yard-page.js";

const QUIET_LIMIT = 300; // Seconds without a record, by the wall clock, before the board says so.
const LEAST_GAP = 200; // Milliseconds between two drawings; who reads them needs longer.
const LEVELS = ["CRITICAL", "CONGESTED", "BUSY", "NORMAL", "UNKNOWN", null];

let board = null;
let connected = false;
let quietAtBeat = null;
let beatAt = Date.now();
let drawnAt = 0; // 0 before any.
let drawing = null;

function quietSeconds() {
  return quietAtBeat === null ? null : quietAtBeat + Math.floor((Date.now() - beatAt) / 1000);
}

function feedNotices(feed) {
  if (!feed.connected) {
    const trouble = word(feed.trouble);
    return feed.trouble === "STARTING" ? [trouble] : [word("troubleSince", { trouble, time: clockToSecond(feed.since) })];
  }
  if (!feed.caughtUp) return [word("reading")];
  return quietSeconds() > QUIET_LIMIT ? [word("tooQuiet")] : [];
}

function notices() {
  if (board === null) return [word("connecting")];
  if (!connected) return [word("lost")];
  const told = feedNotices(board.feed);
  if (board.feed.caughtUp && board.gates.length === 0) told.push(word("empty"));
  if (board.feed.skipped > 0) told.push(word("skipped", { n: board.feed.skipped }));
  return told;
}

// Drawn again only when the words change, or a screen reader would repeat them each second.
function drawNotices() {
  const told = notices();
  refill(find("notices"), told, () => told.map((text) => element("p", "notice", `⚠ ${text}`)));
  const current = connected && board !== null && board.feed.connected && !(quietSeconds() > QUIET_LIMIT);
  document.body.classList.toggle("outdated", board !== null && !current);
  const quiet = quietSeconds();
  if (board !== null) find("quiet").textContent = quiet === null ? word("quietNone") : word("quiet", { age: age(quiet) });
}

function drawSummary() {
  const named = board.gates.filter((gate) => gate.id !== null);
  const counts = LEVELS.map((level) => [level, named.filter((gate) => gate.level === level).length])
    .filter(([level, n]) => n > 0 || level === "CRITICAL" || level === "CONGESTED");
  refill(find("summary"), [counts, language()], () => counts.map(([level, n]) => {
    const name = level ?? "UNKNOWN";
    return element("li", `count ${name.toLowerCase()}${n === 0 ? " zero" : ""}`, icon(name),
      element("strong", "", number(n)), element("span", "", levelName(level)));
  }));
}

// Seen also where the page is one of many tabs.
function drawTitle() {
  const critical = board === null ? 0 : board.gates.filter((gate) => gate.level === "CRITICAL").length;
  document.title = critical === 0 ? word("title") : `(${number(critical)}) ${word("title")}`;
}

function drawBoard() {
  drawTitle();
  drawChoice(board?.gates ?? []);
  if (board === null) return;
  const now = board.boardTime ?? new Date().toISOString();
  find("board-time").textContent = board.boardTime === null ? "–" : dateAndTime(board.boardTime);
  drawSummary();
  drawGates(worstFirst(board.gates), now);
  drawAlerts(board.alerts, now);
  drawMap(board);
}

function drawSoon() {
  drawing ??= setTimeout(() => {
    const isFirst = drawnAt === 0;
    drawing = null;
    drawnAt = Date.now();
    drawBoard();
    if (isFirst) showCard();
  }, Math.max(0, drawnAt + LEAST_GAP - Date.now()));
}

function drawAll() {
  document.documentElement.lang = language();
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = word(place.dataset.word);
  for (const place of document.querySelectorAll("[data-label]")) place.setAttribute("aria-label", word(place.dataset.label));
  for (const place of document.querySelectorAll("[data-hint]")) place.placeholder = word(place.dataset.hint);
  find("language").lang = language() === "vi" ? "en" : "vi";
  drawBoard();
  drawDaily();
  drawTrips();
  drawYard();
  drawMap();
  drawNotices();
  drawSession();
}

function switchLanguage() {
  setLanguage(language() === "vi" ? "en" : "vi");
  keepLanguage();
  drawAll();
}

setLanguage(findLanguage());
find("language").addEventListener("click", switchLanguage);
onFilter(drawBoard);
drawAll();
startSession(begin);

function begin() {
  startViews();
  startDaily();
  startAck();
  startTrips();
  startYard();
  startMap();
  drawAll();
  follow({
    onBoard(next) {
      connected = true;
      board = next;
      setZone(board.timeZone);
      drawSoon();
      followDaily(board.daily);
    },
    onBeat(beat) {
      connected = true;
      quietAtBeat = beat.quietSeconds;
      beatAt = Date.now();
      drawNotices();
    },
    onLost() {
      connected = false;
      drawNotices();
      checkSession();
    },
  });
  setInterval(drawNotices, 1000);
}
