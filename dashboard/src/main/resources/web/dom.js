// How elements are made. Text from the data enters the page through textContent only.

const SVG = "http://www.w3.org/2000/svg";

export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content.filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

export function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export const find = (id) => document.getElementById(id);

// Shapes that differ without colour: a tick, one chevron, a triangle, an octagon.
const ICONS = {
  NORMAL: ["M3 8.5l3.5 3.5L13 4.5", "line"],
  BUSY: ["M3 10.5l5-5 5 5", "line"],
  CONGESTED: ["M8 1.5L15.2 14.5H.8zM7.2 6v4.2h1.6V6zM7.2 11.4V13h1.6v-1.6z", "solid"],
  CRITICAL: ["M5 1h6l4 4v6l-4 4H5l-4-4V5zM7.1 3.8v5.4h1.8V3.8zM7.1 10.6v1.8h1.8v-1.8z", "solid"],
  UNKNOWN: ["M3 8h10", "line"],
  OPENED: ["M8 3v10M3 8h10", "line"],
  ESCALATED: ["M8 13V3.5M3.5 8L8 3.5 12.5 8", "line"],
  EASED: ["M8 3v9.5M3.5 8L8 12.5 12.5 8", "line"],
  ACKNOWLEDGED: ["M1.5 8s2.4-4.2 6.5-4.2S14.5 8 14.5 8s-2.4 4.2-6.5 4.2S1.5 8 1.5 8zM8 6.2v3.6", "line"],
  RESOLVED: ["M3 8.5l3.5 3.5L13 4.5", "line"],
  divert: ["M2 12.5V9a3 3 0 0 1 3-3h8M9.5 2.5L13 6l-3.5 3.5", "line"],
  meter: ["M3 2h10M3 14h10M4.5 2c0 4 7 8 7 12M11.5 2c0 4-7 8-7 12", "line"],
  hold: ["M5.5 3v10M10.5 3v10", "line"],
  stayAway: ["M3.5 3.5l9 9M12.5 3.5l-9 9", "line"],
  place: ["M8 1a5 5 0 0 0-5 5c0 3.7 5 9 5 9s5-5.3 5-9a5 5 0 0 0-5-5zM8 4.1a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 0 1 0-3.8z", "solid"],
  figures: ["M3 13.5V8M8 13.5v-11M13 13.5v-8", "line"],
  open: ["M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z", "line"],
  closed: ["M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1zM4 7v2h8V7z", "solid"],
};

/** A small picture beside a word that says the same. */
export function icon(name, className = "") {
  const [path, kind] = ICONS[name] ?? ICONS.UNKNOWN;
  const shape = svg("path", kind === "solid" ? { d: path, "fill-rule": "evenodd" } : { d: path, class: "stroke" });
  return svg("svg", { viewBox: "0 0 16 16", class: `icon ${className}`.trim(), "aria-hidden": "true", focusable: "false" }, shape);
}

/** A link to another part of the page. */
export function link(href, className, ...content) {
  const made = element("a", className, ...content);
  made.href = href;
  return made;
}

/** Puts children in place only if what they are made of has changed, so that what is read or marked stays. */
export function refill(place, key, make) {
  const text = JSON.stringify(key);
  if (place.madeOf === text) return;
  place.madeOf = text;
  place.replaceChildren(...make().filter((one) => one !== null));
}
