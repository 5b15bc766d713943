"use strict";

// The board draws what the stream sends and computes nothing but sizes and words. Text from the data enters the page
// through textContent only.

const WORDS = {
  vi: {
    title: "Cửa khẩu số", subtitle: "Số xe trong bãi", other: "English", boardTime: "Thời gian số liệu",
    gate: "Cửa khẩu", noGate: "Chưa rõ cửa khẩu", total: "Tổng trong bãi", trucks: "xe",
    noFigure: "chưa có số liệu", noCapacity: "chưa có sức chứa", capacity: "sức chứa",
    confirmed: "có tín hiệu", uncertain: "mất tín hiệu", ago: "trước", newest: "mới nhất",
    stale: "số liệu cũ", buffer: "bãi đệm, không tính vào tổng", partOf: "thuộc",
    notInSite: "không có trong tệp địa điểm, không tính vào tổng",
    left: (n) => `${n} bãi chưa có số liệu, không tính vào tổng`,
    over: "vượt sức chứa", full: "từ 95 %", high: "từ 80 %",
    quiet: (age) => `Bản ghi mới nhất nhận cách đây ${age}`, quietNone: "Chưa nhận được bản ghi nào",
    tooQuiet: "Lâu không có bản ghi mới: số liệu có thể không còn đúng.",
    lost: "Mất kết nối với máy chủ, đang kết nối lại. Số liệu dưới đây đã cũ.",
    connecting: "Đang kết nối…", reading: "Đang đọc số liệu…", empty: "Chưa có cửa khẩu nào: chưa có tệp địa điểm.",
    since: "từ", skipped: (n) => `${n} bản ghi không đọc được, đã bỏ qua`,
    STARTING: "Đang kết nối tới Kafka…", BROKER: "Mất kết nối tới Kafka. Số liệu không được cập nhật",
    TOPICS: "Chưa có các topic trên Kafka. Số liệu không được cập nhật",
    REGISTRY: "Mất kết nối tới kho lược đồ. Số liệu không được cập nhật",
    STOPPED: "Bộ đọc số liệu đã dừng, cần khởi động lại",
    units: ["giây", "phút", "giờ", "ngày"], legend: "Chú giải",
    legendConfirmed: "xe có tín hiệu định vị gần đây", legendUncertain: "xe trong bãi đã mất tín hiệu, chưa chắc chắn",
    legendMarks: "vạch 80 % và 95 % sức chứa", legendStale: "số liệu cũ hơn 5 phút so với số liệu mới nhất",
  },
  en: {
    title: "Digital Border Gate", subtitle: "Yard occupancy", other: "Tiếng Việt", boardTime: "Board time",
    gate: "Gate", noGate: "Gate not known", total: "Total in yards", trucks: "trucks",
    noFigure: "no figure yet", noCapacity: "capacity not known", capacity: "capacity",
    confirmed: "confirmed", uncertain: "uncertain", ago: "ago", newest: "newest",
    stale: "old figure", buffer: "buffer yard, not in the total", partOf: "part of",
    notInSite: "not in the site file, not in the total",
    left: (n) => `${n} ${n === 1 ? "yard" : "yards"} without a figure, not in the total`,
    over: "over capacity", full: "95 % or more", high: "80 % or more",
    quiet: (age) => `Newest record came in ${age} ago`, quietNone: "No record has come in yet",
    tooQuiet: "No new record for a long time: the figures may no longer hold.",
    lost: "Connection to the server lost, trying again. The figures below are old.",
    connecting: "Connecting…", reading: "Reading the figures…", empty: "No gates yet: no site file has been published.",
    since: "since", skipped: (n) => `${n} ${n === 1 ? "record" : "records"} could not be read and were skipped`,
    STARTING: "Connecting to Kafka…", BROKER: "Kafka cannot be reached. The figures are not updated",
    TOPICS: "The topics do not exist on Kafka yet. The figures are not updated",
    REGISTRY: "The schema registry cannot be reached. The figures are not updated",
    STOPPED: "The reader has stopped and needs a restart",
    units: ["s", "min", "h", "d"], legend: "Legend",
    legendConfirmed: "trucks with a recent position", legendUncertain: "trucks inside that have fallen silent",
    legendMarks: "marks at 80 % and 95 % of the capacity", legendStale: "figure more than 5 min older than the newest",
  },
};

const QUIET_LIMIT = 300; // Seconds without a record, by the wall clock, before the board says so.
const SILENCE_LIMIT = 15000; // Milliseconds without an event; the server sends one at least every 5 s.
const RETRY = 3000;

let language = savedLanguage();
let board = null;
let quietAtBeat = null;
let beatAt = Date.now();
let lastEventAt = Date.now();
let connected = false;
let source = null;

const word = (key) => WORDS[language][key];
const find = (id) => document.getElementById(id);

function savedLanguage() {
  try {
    const saved = localStorage.getItem("language");
    if (saved in WORDS) return saved;
  } catch { /* Storage may be switched off. */ }
  return navigator.language.startsWith("en") ? "en" : "vi";
}

function switchLanguage() {
  language = language === "vi" ? "en" : "vi";
  try {
    localStorage.setItem("language", language);
  } catch { /* Then it is not remembered. */ }
  drawAll();
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined && text !== null) made.textContent = text;
  return made;
}

function age(seconds) {
  const steps = [[60, 1], [3600, 60], [86400, 3600], [Infinity, 86400]];
  const unit = steps.findIndex(([limit]) => seconds < limit);
  return `${Math.floor(seconds / steps[unit][1])} ${word("units")[unit]}`;
}

function time(instant, style) {
  return new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", { timeZone: board.timeZone, ...style })
    .format(new Date(instant));
}

const number = (value) => new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB").format(value);
// Rounded down, so that 100 % is said of a full yard only; but 0.57 * 100 is a little less than 57.
const percent = (ratio) => `${number(Math.floor(ratio * 100 + 1e-9))}\u00a0%`;
const nameOf = (thing) => (language === "vi" ? thing.nameVi : thing.name) || thing.id;

// Sign and words beside the colour, which alone says nothing to many.
function level(ratio) {
  if (ratio === null) return null;
  if (ratio > 1) return { name: "over", sign: "▲▲▲" };
  if (ratio >= 0.95) return { name: "full", sign: "▲▲" };
  if (ratio >= 0.8) return { name: "high", sign: "▲" };
  return null;
}

function bar(figure) {
  const trucks = figure.confirmed + figure.uncertain;
  const scale = Math.max(figure.capacity, trucks);
  const made = element("div", "bar");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label",
    `${trucks} / ${figure.capacity}; ${figure.confirmed} ${word("confirmed")}, ${figure.uncertain} ${word("uncertain")}`);
  for (const part of ["confirmed", "uncertain"]) {
    const piece = element("span", part);
    piece.style.width = `${(100 * figure[part]) / scale}%`;
    made.append(piece);
  }
  for (const share of [0.8, 0.95]) {
    const mark = element("span", "mark");
    mark.style.left = `${(100 * share * figure.capacity) / scale}%`;
    made.append(mark);
  }
  return made;
}

function figureLine(figure) {
  const line = element("p", "figure");
  line.append(element("strong", "", number(figure.confirmed + figure.uncertain)));
  if (figure.capacity === null) {
    line.append(element("span", "", `${word("trucks")} · ${word("noCapacity")}`));
    return line;
  }
  line.append(element("span", "", `/ ${number(figure.capacity)} ${word("trucks")} · ${percent(figure.ratio)}`));
  const high = level(figure.ratio);
  if (high) line.append(element("span", `level ${high.name}`, `${high.sign} ${word(high.name)}`));
  return line;
}

const parts = (figure) =>
  `${number(figure.confirmed)} ${word("confirmed")} + ${number(figure.uncertain)} ${word("uncertain")}`;

function footLine(figure) {
  const foot = element("p", "small foot");
  foot.append(element("span", "", parts(figure)));
  const when = time(figure.asOf, { hour: "2-digit", minute: "2-digit" });
  const old = figure.ageSeconds === 0 ? word("newest") : `${age(figure.ageSeconds)} ${word("ago")}`;
  foot.append(element("span", "age", `${figure.stale ? `⚠ ${word("stale")} · ` : ""}${when} · ${old}`));
  return foot;
}

function remark(yard) {
  if (yard.counting === "BUFFER") return word("buffer");
  if (yard.counting === "NOT_IN_SITE") return word("notInSite");
  if (yard.counting !== "PART_OF_OTHER") return null;
  const around = board.gates.flatMap((gate) => gate.yards).find((other) => other.id === yard.within);
  return `${word("partOf")} ${around ? nameOf(around) : yard.within}`;
}

function yardItem(yard) {
  const item = element("li", yard.stale ? "yard stale" : "yard");
  item.append(element("h3", "", nameOf(yard)));
  const note = remark(yard);
  if (note) item.append(element("p", "small remark", note));
  if (yard.asOf === null) {
    const capacity = yard.capacity === null ? "" : ` · ${word("capacity")} ${number(yard.capacity)}`;
    item.append(element("p", "none", `– ${word("noFigure")}${capacity}`));
    return item;
  }
  item.append(figureLine(yard));
  if (yard.capacity !== null) item.append(bar(yard));
  item.append(footLine(yard));
  return item;
}

function gateCard(gate) {
  const card = element("section", "gate");
  card.append(element("h2", "", gate.id === null ? word("noGate") : nameOf(gate)));
  if (gate.total !== null) {
    const total = element("div", gate.total.stale ? "total stale" : "total");
    total.append(element("p", "small", word("total")), figureLine(gate.total));
    if (gate.total.capacity !== null) total.append(bar(gate.total));
    total.append(footLine(gate.total));
    if (gate.total.yardsWithoutFigure > 0) {
      total.append(element("p", "small", word("left")(gate.total.yardsWithoutFigure)));
    }
    card.append(total);
  }
  const list = element("ul", "yards");
  list.append(...gate.yards.map(yardItem));
  card.append(list);
  return card;
}

function quietSeconds() {
  return quietAtBeat === null ? null : quietAtBeat + Math.floor((Date.now() - beatAt) / 1000);
}

function notices() {
  if (!connected) return [word(board === null ? "connecting" : "lost")];
  if (board === null) return [word("connecting")];
  const feed = board.feed;
  const told = [];
  if (!feed.connected) {
    const since = time(feed.since, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    told.push(feed.trouble === "STARTING" ? word("STARTING") : `${word(feed.trouble)} (${word("since")} ${since}).`);
  } else if (!feed.caughtUp) {
    told.push(word("reading"));
  } else if (quietSeconds() > QUIET_LIMIT) {
    told.push(word("tooQuiet"));
  }
  if (feed.caughtUp && board.gates.length === 0) told.push(word("empty"));
  if (feed.skipped > 0) told.push(`${word("skipped")(feed.skipped)}.`);
  return told;
}

// Drawn again only when the words change, or a screen reader would repeat them each second.
function drawNotices() {
  const told = notices();
  const place = find("notices");
  if (told.join("\n") !== [...place.children].map((one) => one.textContent.slice(2)).join("\n")) {
    place.replaceChildren(...told.map((text) => element("p", "notice", `⚠ ${text}`)));
  }
  const current = connected && board !== null && board.feed.connected && !(quietSeconds() > QUIET_LIMIT);
  document.body.classList.toggle("outdated", board !== null && !current);
  const quiet = quietSeconds();
  if (board !== null) find("quiet").textContent = quiet === null ? word("quietNone") : word("quiet")(age(quiet));
}

function drawBoard() {
  if (board === null) return;
  find("board-time").textContent = board.boardTime === null
    ? "–" : time(board.boardTime, { dateStyle: "short", timeStyle: "medium" });
  find("gates").replaceChildren(...board.gates.map(gateCard));
}

function drawAll() {
  document.documentElement.lang = language;
  document.title = word("title");
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = word(place.dataset.word);
  find("language").textContent = word("other");
  find("language").lang = language === "vi" ? "en" : "vi";
  drawBoard();
  drawNotices();
}

function alive() {
  lastEventAt = Date.now();
  connected = true;
}

function connect() {
  if (source) source.close();
  source = new EventSource("/api/v1/stream");
  lastEventAt = Date.now();
  source.addEventListener("board", (event) => {
    alive();
    board = JSON.parse(event.data);
    drawBoard();
  });
  source.addEventListener("heartbeat", (event) => {
    alive();
    quietAtBeat = JSON.parse(event.data).quietSeconds;
    beatAt = lastEventAt;
    drawNotices();
  });
  source.onerror = () => {
    connected = false;
    drawNotices();
    // The browser tries again by itself, except after an answer that is no stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY);
  };
}

function watch() {
  if (Date.now() - lastEventAt > SILENCE_LIMIT) {
    connected = false;
    connect();
  }
  drawNotices();
}

find("language").addEventListener("click", switchLanguage);
drawAll();
connect();
setInterval(watch, 1000);
