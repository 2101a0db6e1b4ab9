// Numbers of a group, by the formulas of `graphmodel/analysis/statistics.py`.

/** Third quartile of the standard normal distribution: its MAD in standard deviations. */
const MAD_FACTOR = 0.6745;
/** √(π/2): standard deviations to one mean absolute deviation of a normal distribution. */
const MEAN_FACTOR = 1.253314;

function median(values) {
  const ordered = sorted(values);
  const size = ordered.length;
  return (ordered[Math.floor((size - 1) / 2)] + ordered[Math.floor(size / 2)]) / 2;
}

/**
 * The middle of some numbers, and how far they lie around it: by the median of the deviations
 * (`mad`), or by their `mean` where more than half of the numbers are equal.
 */
function spreadOf(values) {
  const middle = median(values);
  const deviations = values.map((value) => Math.abs(value - middle));
  const mad = median(deviations);
  const mean = total(deviations) / values.length;
  return { median: middle, mad, mean, scale: mad > 0 ? mad / MAD_FACTOR : MEAN_FACTOR * mean };
}

/** How far a number stands from the middle; 0 where all are equal. */
function robustZ(value, { median: middle, scale }) {
  return scale > 0 ? (value - middle) / scale : 0;
}

/** The rank of each number, the largest first, equals sharing the better one: 1, 2, 2, 4. */
function ranksOf(values) {
  const firsts = new Map();
  sorted(values)
    .reverse()
    .forEach((value, place) => firsts.has(value) || firsts.set(value, place + 1));
  return values.map((value) => firsts.get(value));
}

/** 0 where all are equal, (n − 1) / n where one has all; 0 for zeros. */
function gini(values) {
  const size = values.length;
  const terms = sorted(values).map((value, place) => (2 * (place + 1) - size - 1) * value);
  const sum = total(values) * size;
  return sum > 0 ? Math.max(0, total(terms)) / sum : 0;
}

/** The share of the sum that the `count` largest have. */
function topShare(values, count) {
  const sum = total(values);
  return sum > 0 ? total(sorted(values).slice(-count)) / sum : 0;
}

/** The Lorenz curve: for 0, 1 … n of the smallest numbers the share of the sum they have. */
function lorenz(values) {
  const sum = total(values);
  let reached = 0;
  const shares = sorted(values).map((value) => (reached += value) / (sum || 1));
  return [0, ...shares];
}

/** The share of the sum that the smallest `part` (0 to 1) of the numbers have. */
function lorenzAt(shares, part) {
  const place = part * (shares.length - 1);
  const below = Math.min(Math.floor(place), shares.length - 2);
  return shares[below] + (place - below) * (shares[below + 1] - shares[below]);
}

function sorted(values) {
  return [...values].sort((a, b) => a - b);
}

function total(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

function rounded(value, decimals) {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
