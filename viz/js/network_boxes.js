// The boxes of bodies with their names in the network, and where they stand.

const NETWORK_LETTERS = 7;
const NETWORK_LINES = 3;
const NETWORK_LETTER = 13;
const NETWORK_LINE = 15;
/** Room between the networks of two places; the name of a place stands in it. */
const NETWORK_GAP = 56;
/** Room between the parts of a place that no tie connects. */
const PART_GAP = 24;
/** Width to height of what all parts are shown in. */
const ASPECT = 1.5;
/** Of a tie of one task, as part of that of the closest pair. */
const LEAST_PULL = 0.3;

/**
 * A box {x, y, width, height, half, lines} by id for each body that is tied at all, so that all
 * keep their place when weak ties are left out: sign above, name below, no two overlapping.
 */
function networkBoxes({ tied, counts, group, most }) {
  const boxes = new Map(tied.map((node) => [node.id, networkBox(node)]));
  const places = byPlace(tied).map((nodes) => {
    const parts = connectedParts(nodes, counts).map((members) => {
      const ordered = [...members].sort((a, b) => group(a) - group(b) || a.id - b.id);
      const part = ordered.map(({ id }) => boxes.get(id));
      layOut(part, pullsWithin(ordered, counts, most));
      return part;
    });
    pack(parts, PART_GAP);
    return parts.flat();
  });
  pack(places, NETWORK_GAP);
  return boxes;
}

/** The bodies that ties lead to from one another, the largest such part first. */
function connectedParts(nodes, counts) {
  const left = new Map(nodes.map((node) => [node.id, node]));
  const parts = [];
  for (const { id } of nodes) {
    const part = [];
    const waiting = [id];
    while (waiting.length) {
      const next = waiting.pop();
      if (!left.has(next)) continue;
      part.push(left.get(next));
      left.delete(next);
      waiting.push(...counts.get(next).keys());
    }
    if (part.length) parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length);
}

function byPlace(nodes) {
  const places = new Map();
  for (const node of nodes) places.set(node.place, [...(places.get(node.place) ?? []), node]);
  return [...places].sort(([a], [b]) => a - b).map(([, members]) => members);
}

function networkBox(node) {
  const lines = breakLines(node.label, NETWORK_LETTERS, NETWORK_LINES);
  const half = Math.round(5 + node.size * 0.35);
  const letters = Math.max(...lines.map(lettersIn));
  const width = Math.max(2 * half, letters * NETWORK_LETTER);
  return { lines, half, width, height: 2 * half + 4 + lines.length * NETWORK_LINE };
}

/** How strongly each two bodies of a part are pulled together. */
function pullsWithin(nodes, counts, most) {
  const ties = [];
  nodes.forEach(({ id }, from) =>
    nodes.slice(0, from).forEach((other, to) => {
      const tasks = counts.get(id).get(other.id);
      if (!tasks) return;
      const pull = LEAST_PULL + (1 - LEAST_PULL) * Math.sqrt(tasks / most);
      ties.push({ from, to, pull });
    }),
  );
  return ties;
}

/** Stands parts side by side, in the rows that let all of them be shown largest. */
function pack(parts, gap) {
  const frames = parts.map((part) => around(part.map(edgesOfBox)));
  let width = 0;
  const choices = frames.map(({ left, right }) => {
    width += right - left + gap;
    return inRows(frames, gap, width);
  });
  const extent = ({ right, bottom }) => Math.max(right / ASPECT, bottom);
  const best = choices.reduce((a, b) => (extent(b) < extent(a) ? b : a), choices[0]);
  parts.forEach((part, number) => {
    for (const box of part) {
      box.x += best.corners[number].x - frames[number].left;
      box.y += best.corners[number].y - frames[number].top;
    }
  });
}

/** The upper left corners of frames in rows no wider than the limit, and the extent of all. */
function inRows(frames, gap, limit) {
  const corners = [];
  let [x, y, row, right] = [0, 0, 0, 0];
  for (const frame of frames) {
    const width = frame.right - frame.left + gap;
    if (x > 0 && x + width > limit) [x, y, row] = [0, y + row, 0];
    corners.push({ x, y });
    row = Math.max(row, frame.bottom - frame.top + gap);
    x += width;
    right = Math.max(right, x);
  }
  return { corners, right, bottom: y + row };
}

function edgesOfBox({ x, y, width, height }) {
  return boxAt(x, y, width, height);
}

/** The middle of the sign of a box. */
function signPlace({ x, y, height, half }) {
  return { x, y: y - height / 2 + half };
}

/** The sign of a body: a square, a triangle for outside bodies, a hexagon for collectives. */
function signPath({ group }, x, y, half) {
  if (group === "external") return `M${x} ${y - half}l${half} ${2 * half}h${-2 * half}z`;
  if (group === "collective") {
    const side = half / 2;
    const right = `h${half}l${side} ${half}l${-side} ${half}`;
    return `M${x - side} ${y - half}${right}h${-half}l${-side} ${-half}z`;
  }
  return `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}z`;
}
