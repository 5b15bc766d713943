// The marks of trucks: a shape for each stage, so that colour is not needed. The middle is at 0, 0; units are pixels.

const DOT = "M-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z";

export const SHAPES = {
  EXPECTED: "M0 5.5L5.5-4.5h-11z",
  APPROACHING: "M0-5.5L5.5 4.5h-11z",
  AT_GATE: "M-4.6-4.6h9.2v9.2h-9.2z",
  IN_YARD: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
  SILENT: "M-5.2-2.8l2.4-2.4L0-2.4 2.8-5.2 5.2-2.8 2.4 0 5.2 2.8 2.8 5.2 0 2.4-2.8 5.2-5.2 2.8-2.4 0z",
  CROSSED: "M0-6.4L6.4 0 0 6.4-6.4 0z",
  LEFT: "M-6-2.2H6v4.4H-6z",
  NONE: DOT,
};

/** Around the mark of a truck whose trip has an open discrepancy. */
export const RING = "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0z";

export const colourOf = (stage) => `--stage-${stage.toLowerCase().replace("_", "-")}`;
