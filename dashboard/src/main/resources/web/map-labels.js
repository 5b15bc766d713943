// Names on the map. Each stands beside its point where there is room, the more important first; where there is none it is left out,
// and the point alone remains. They are links, so the keyboard reaches them.

import { element } from "./dom.js";

const { L } = window;
const GAP = 3; // Pixels between two names.

const CONTROLS = { left: 0, top: 0, right: 60, bottom: 100 }; // Where the buttons stand.

// Left and top edge of a text of this size at the point, the best first.
const right = ([, h], r) => [r, -h / 2];
const left = ([w, h], r) => [-r - w, -h / 2];
const below = ([w], r) => [-w / 2, r];
const above = ([w, h], r) => [-w / 2, -r - h];
const middle = ([w, h]) => [-w / 2, -h / 2];
export const BESIDE = [right, left, below, above];
export const WITHIN = [middle, below, above];

const overlap = (one, other) => one.left < other.right + GAP && other.left < one.right + GAP
  && one.top < other.bottom + GAP && other.top < one.bottom + GAP;

export class Labels {
  constructor(map) {
    this.map = map;
    this.all = new Map();
    this.besides = () => [];
  }

  /** A name at a place: a link, on one of the sides of the place, so many pixels away from it. */
  put(id, { latLng, href, radius, sides, className }) {
    const link = element("a", `${className} out`); // Until there is room for it.
    link.href = href;
    link.draggable = false;
    const marker = L.marker(latLng, { icon: L.divIcon({ html: link, className: "map-label", iconSize: [0, 0] }), keyboard: false, interactive: false });
    marker.addTo(this.map);
    this.all.set(id, { latLng: L.latLng(latLng), link, marker, radius, sides, rank: 0, leastZoom: 0 });
  }

  get(id) {
    return this.all.get(id);
  }

  clear() {
    for (const { marker } of this.all.values()) marker.remove();
    this.all.clear();
  }

  /** Finds room for each, the highest rank first. */
  arrange() {
    const size = this.map.getSize();
    const zoom = this.map.getZoom();
    const taken = [CONTROLS];
    const signs = this.besides();
    const ranked = [...this.all.values()].sort((one, other) => other.rank - one.rank);
    // Measured before any is moved, or the browser would lay out the page once for each.
    const sizes = new Map(ranked.map((label) => [label, [label.link.offsetWidth, label.link.offsetHeight]]));
    for (const label of ranked) {
      const at = this.map.latLngToContainerPoint(label.latLng);
      const inside = at.x >= 0 && at.y >= 0 && at.x <= size.x && at.y <= size.y && zoom >= label.leastZoom;
      const box = inside ? this.room(at, sizes.get(label), label, [...taken, ...signs], size) ?? this.room(at, sizes.get(label), label, taken, size) : null;
      label.link.classList.toggle("out", box === null);
      if (box === null) continue;
      label.link.style.transform = `translate(${Math.round(box.left - at.x)}px, ${Math.round(box.top - at.y)}px)`;
      taken.push(box);
    }
  }

  room(at, wanted, { radius, sides }, taken, size) {
    for (const side of sides) {
      const [x, y] = side(wanted, radius);
      const beside = side === right || side === left;
      const start = beside ? at.x + x : Math.max(0, Math.min(at.x + x, size.x - wanted[0]));
      const box = { left: start, top: at.y + y, right: start + wanted[0], bottom: at.y + y + wanted[1] };
      const within = box.left >= 0 && box.top >= 0 && box.right <= size.x && box.bottom <= size.y;
      if (within && !taken.some((other) => overlap(box, other))) return box;
    }
    return null;
  }
}
