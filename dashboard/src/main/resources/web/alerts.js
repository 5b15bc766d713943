// What has happened at the gates, the newest first.

import { element, find, icon, link, refill } from "./dom.js";
import { when } from "./format.js";
import { causeText, levelName } from "./gate-reasons.js";
import { language, nameOf, word, wordOr } from "./language.js";
import { mapAddress } from "./views.js";

const MOST = 40;

/** Every event of the alerts, with the alert it is of; the newest first. */
export function happenings(alerts, openOnly) {
  return alerts.filter((alert) => !openOnly || alert.open)
    .flatMap((alert) => alert.events.map((event) => ({ alert, event })))
    .sort((one, other) => other.event.at.localeCompare(one.event.at))
    .slice(0, MOST);
}

function sentence(event) {
  const level = levelName(event.level);
  return wordOr(event.event, null) === null || event.event === "UNKNOWN"
    ? word("UNKNOWN_EVENT", { level }) : word(event.event, { level });
}

function because({ alert, event }, now) {
  if (event.event === "ACKNOWLEDGED") return alert.acknowledgedBy;
  if (event.event === "RESOLVED" || event.event === "EASED") return null;
  return word("wasCause", { cause: causeText({ ...event, measure: event.cause }, now) });
}

function item(happening, now) {
  const { alert, event } = happening;
  const time = element("time", "", when(event.at, now));
  time.dateTime = event.at;
  const what = element("p", "what", icon(event.event), element("strong", "", sentence(event)));
  const gate = link(mapAddress(alert.gateId), "", nameOf(alert));
  gate.title = word("alertOnMap");
  const where = element("p", "where", gate, ` · ${word(alert.direction ?? "GATE")}`);
  if (alert.open && event === alert.events[alert.events.length - 1]) {
    where.append(" ", element("span", "lasting", word("lasting")));
  }
  const why = because(happening, now);
  return element("li", `happening ${event.event.toLowerCase()} ${event.level.toLowerCase()}`, time,
    element("div", "", what, where, why ? element("p", "small", why) : null));
}

export function drawAlerts(alerts, now) {
  const openOnly = document.querySelector("input[name=alerts]:checked").value === "open";
  const found = happenings(alerts, openOnly);
  refill(find("alert-list"), [found, language()], () => found.map((one) => item(one, now)));
  find("alert-none").hidden = found.length > 0;
  find("alert-none").textContent = word(openOnly ? "noOpenAlerts" : "noAlerts");
}

export function onFilter(draw) {
  for (const choice of document.querySelectorAll("input[name=alerts]")) choice.addEventListener("change", draw);
}
