// Names drawn over the graph at a size fit to be read, the weightier first, none over another.

/** Letters of a line of a body's name; shorter lines where longer ones have no room. */
const LINE_LETTERS = [9, 5];
const TASK_LINE_LETTERS = 12;
const TASK_LINES = 2;
const ALL_LINES = 9;
/** From this scale on, tasks and indicators have names without being in focus. */
const TASK_SCALE = 1.15;
const LINE_HEIGHT = 1.2;
/** Where a name may stand beside its mark, the best place first: right and down, in half sizes. */
const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0.45, 1],
  [-0.45, 1],
  [0.45, -1],
  [-0.45, -1],
  [1, 0.7],
  [-1, 0.7],
  [1, -0.7],
  [-1, -0.7],
  [0.9, 1],
  [-0.9, 1],
  [0.9, -1],
  [-0.9, -1],
];
const WEIGHTS = {
  county: 3000,
  unit: 900,
  external: 800,
  collective: 800,
  task: 500,
  indicator: 300,
};
/** Letters are measured once, at this size. */
const MEASURED_AT = 100;

/**
 * The names that have room: {mark, lines, bold, ink, font, and the box}, in the graph's own
 * lengths. A name for which no side of its mark is free is left out, unless it is a strong one.
 */
function placedLabels(graph, scale, sight) {
  const items = labelled(graph, scale, sight);
  const taken = new Taken(100 / scale);
  for (const box of captionBoxes(graph.frames, scale)) taken.add(box);
  for (const { mark } of items) taken.add(squareOf(mark));
  const labels = [];
  for (const item of items) {
    const label = labelWithRoom(item, scale, graph, taken);
    if (!label) continue;
    taken.add(label);
    labels.push(label);
  }
  return labels;
}

/** A name in the longest lines that have room, with its box; null where there is none. */
function labelWithRoom(item, scale, graph, taken) {
  for (const most of LINE_LETTERS) {
    const label = labelOf(item, most, scale, graph);
    const place = freePlace(item, label, taken);
    if (place) return { ...label, ...place };
  }
  return null;
}

/** What has a name in the picture: {mark, strong, weight, room}, room being where it may stand. */
function labelled({ scene, focus, state, pointed, frames }, scale, sight) {
  const rooms = new Map(frames.map((frame) => [frame.place, common(frame, sight)]));
  const items = [];
  for (const mark of scene.marks) {
    const { key, node } = mark;
    const strong = key === state.selected || key === pointed;
    if (!strong && !isNamed(mark, focus, scale)) continue;
    const room = rooms.get((node ?? mark.aggregate).place) ?? sight;
    if (!overlap(squareOf(mark), sight)) continue;
    items.push({ mark, strong, weight: strong ? Infinity : weightOf(mark), room });
  }
  return items.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight));
}

function isNamed({ key, node }, focus, scale) {
  if (focus) return focus.nodes.has(key);
  return !node || isBody(node) || scale >= TASK_SCALE;
}

function weightOf({ node, aggregate, count }) {
  if (node) return node.load ? 1000 + node.load.load : WEIGHTS[node.group];
  return WEIGHTS[aggregate.group] + count;
}

function labelOf({ mark, strong }, most, scale, { model, palette }) {
  const { node } = mark;
  const bold = strong || !node || isBody(node);
  const lines = linesOf(mark, most, strong, model);
  return {
    mark,
    lines,
    bold,
    font: fontOf(mark, strong, scale),
    ink: node?.load?.overloaded ? palette.overloaded : palette.ink,
    letters: Math.max(...lines.map((line) => measured(line, bold, palette.font))),
  };
}

function fontOf({ node }, strong, scale) {
  const size = Math.round(Math.min(14, Math.max(10, 12 * scale))) / scale;
  if (strong) return size * 1.15;
  return !node || isBody(node) ? size : size * 0.92;
}

function linesOf({ node, aggregate }, most, strong, model) {
  if (!node) return breakLines(aggregateName(model, aggregate), most, TASK_LINES);
  if (!isBody(node))
    return breakLines(node.label, TASK_LINE_LETTERS, strong ? ALL_LINES : TASK_LINES);
  const lines = breakLines(node.label, most, ALL_LINES);
  return node.load?.overloaded ? [...lines, say("overloaded")] : lines;
}

const widths = new Map();
const ruler = el("canvas").getContext("2d");

/** The width of a line as a multiple of the size of its letters. */
function measured(line, bold, family) {
  const key = `${bold}${line}`;
  if (!widths.has(key)) {
    ruler.font = `${bold ? 600 : 400} ${MEASURED_AT}px ${family}`;
    widths.set(key, ruler.measureText(line).width / MEASURED_AT);
  }
  return widths.get(key);
}

function freePlace({ mark, strong, room }, { lines, font, letters }, taken) {
  const width = letters * font;
  const height = lines.length * font * LINE_HEIGHT;
  const places = SIDES.map(([right, down]) => {
    const x = mark.x + right * (mark.size + font * 0.3 + width / 2);
    const y = mark.y + down * (mark.size + font * 0.25 + height / 2);
    return boxAt(x, y, width, height);
  });
  const free = places.find((place) => within(place, room) && !taken.hits(place));
  return free ?? (strong ? places[0] : null);
}

/** Draws names in the pixels of the screen, at whole sizes: letters drawn before come quicker. */
function drawLabels(ctx, labels, scale, palette) {
  const { a, d, e, f } = ctx.getTransform();
  const ratio = a / scale;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = palette.ground;
  for (const label of labels) {
    const size = hundredths(label.font * scale);
    ctx.font = `${label.bold ? 600 : 400} ${size}px ${palette.font}`;
    ctx.lineWidth = size * 0.3;
    ctx.fillStyle = label.ink;
    for (const { text, x, y } of linesAt(label)) {
      const at = [(a * x + e) / ratio, (d * y + f) / ratio];
      ctx.strokeText(text, ...at);
      ctx.fillText(text, ...at);
    }
  }
  ctx.restore();
}

/** The lines of a label with the middle of each. */
function linesAt({ lines, font, left, right, top }) {
  const x = (left + right) / 2;
  return lines.map((text, row) => ({ text, x, y: top + (row + 0.5) * font * LINE_HEIGHT }));
}
