// Trucks that lie too close together to be told apart: one round sign with their number in place of their marks.

const CELL = 48; // Pixels; about as far as four marks reach.
const NEAR = 15.5; // The zoom from which the shape of a queue can be seen, and only what fills a cell wholly is taken together.
const [MOST_FAR, MOST_NEAR] = [4, 16]; // Marks that may stand in a cell.
const BESIDE = 10; // Pixels from the middle of a point that is kept free.
export const APART_FROM = 17.5; // The zoom from which each truck has its own mark.

export const radiusOf = (n) => 8 + 5 * Math.log10(n); // Pixels.

function cellsOf(marks, origin) {
  const cells = new Map();
  for (const mark of marks) {
    const key = `${Math.floor((mark.at.x + origin.x) / CELL)} ${Math.floor((mark.at.y + origin.y) / CELL)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [mark]);
    else cell.push(mark);
  }
  return [...cells.values()];
}

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const TURNS = [0, 1, -1, 2, -2, 3, -3, 4].map((turn) => (turn * Math.PI) / 4);
const away = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

// Beside a point that is to be seen, on the side where the trucks are, south of it if that is none; or as near to that as others leave room.
function moved(at, radius, free) {
  const least = radius + BESIDE;
  const point = free.find((one) => away(at, one) < least);
  if (point === undefined) return at;
  const angle = away(at, point) < 1 ? Math.PI / 2 : Math.atan2(at.y - point.y, at.x - point.x);
  const places = TURNS.map((turn) => ({ x: point.x + Math.cos(angle + turn) * least, y: point.y + Math.sin(angle + turn) * least }));
  return places.find((place) => free.every((one) => one === point || away(place, one) >= least)) ?? places[0];
}

function clusterOf(marks, free) {
  const trucks = marks.map(({ truck }) => truck);
  const radius = radiusOf(trucks.length);
  const middle = { x: mean(marks.map(({ at }) => at.x)), y: mean(marks.map(({ at }) => at.y)) };
  return {
    trucks, radius, at: moved(middle, radius, free),
    doubts: trucks.filter((truck) => truck.openDiscrepancies > 0).length, old: trucks.filter((truck) => truck.old).length,
  };
}

const touch = (one, other) => away(one.at, other.at) < one.radius + other.radius;

// Signs that would cover each other become one, the larger taking in the smaller.
function joined(cells, free) {
  const found = [];
  for (const marks of [...cells].sort((one, other) => other.length - one.length)) {
    const cluster = clusterOf(marks, free);
    const near = found.find((one) => touch(one.cluster, cluster));
    if (near === undefined) {
      found.push({ cluster, marks });
    } else {
      near.marks = [...near.marks, ...marks];
      near.cluster = clusterOf(near.marks, free);
    }
  }
  return found.map(({ cluster }) => cluster);
}

/**
 * Marks of one picture as those that stay and clusters. The origin is where the picture lies in the pixels of the whole world: cells that
 * moved with the picture would change what is together. Clusters stand beside the points that are to be kept free.
 */
export function clustered(marks, origin, zoom, free = []) {
  if (zoom >= APART_FROM) return { singles: marks, clusters: [] };
  const most = zoom >= NEAR ? MOST_NEAR : MOST_FAR;
  const cells = cellsOf(marks, origin);
  return { singles: cells.filter((cell) => cell.length <= most).flat(), clusters: joined(cells.filter((cell) => cell.length > most), free) };
}
