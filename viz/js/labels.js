// Names drawn over the graph at a size fit to be read, the weightier first, none over another.

const LINE_LETTERS = 9;
const TASK_LINE_LETTERS = 12;
const TASK_LINES = 2;
const ALL_LINES = 9;
/** From this scale on, tasks and indicators have names without being in focus. */
const TASK_SCALE = 1.15;
const LINE_HEIGHT = 1.2;
/** Where a name may stand beside its node, the best place first: right and down, in half sizes. */
const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0.8, 0.85],
  [-0.8, 0.85],
  [0.8, -0.85],
  [-0.8, -0.85],
];
const WEIGHTS = { unit: 900, external: 800, collective: 800, task: 500, indicator: 300 };

/** What has a name in the picture: {node, strong, weight, room}, room being where it may stand. */
function labelled({ model, shown, state, hovered, frames }, focus, scale, sight) {
  const rooms = new Map(frames.map((frame) => [frame.place, common(frame, sight)]));
  const items = [];
  for (const id of shown.nodes) {
    const node = model.nodes.get(id);
    const strong = id === state.selected || node === hovered;
    const named = focus ? focus.nodes.has(id) : isBody(node) || scale >= TASK_SCALE;
    if (!named && !strong) continue;
    const weight = strong ? Infinity : weightOf(node);
    items.push({ node, strong, weight, room: rooms.get(node.place) ?? sight });
  }
  return items.sort((a, b) =>
    a.weight === b.weight ? a.node.id - b.node.id : b.weight - a.weight,
  );
}

function weightOf(node) {
  return node.load ? 1000 + node.load.load : WEIGHTS[node.group];
}

/**
 * Draws names on the canvas, whose context counts in the graph's own lengths. A name for which
 * no side of its node is free is left out, unless it is a strong one.
 */
function drawLabels(ctx, items, obstacles, scale, palette) {
  const taken = [...obstacles, ...items.map(({ node }) => squareOf(node))];
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const item of items) {
    const font = fontOf(item, scale);
    ctx.font = `${isBody(item.node) || item.strong ? 600 : 400} ${font}px ${palette.font}`;
    const lines = linesOf(item);
    const place = freePlace(ctx, item, lines, font, taken);
    if (!place) continue;
    taken.push(place);
    const ink = item.node.load?.overloaded ? palette.overloaded : palette.ink;
    drawLines(ctx, lines, place, font, palette.ground, ink);
  }
}

function fontOf({ node, strong }, scale) {
  const size = Math.min(14, Math.max(11, 12 * scale)) / scale;
  if (strong) return size * 1.15;
  return isBody(node) ? size : size * 0.92;
}

function linesOf({ node, strong }) {
  if (!isBody(node))
    return breakLines(node.label, TASK_LINE_LETTERS, strong ? ALL_LINES : TASK_LINES);
  const lines = breakLines(node.label, LINE_LETTERS, ALL_LINES);
  return node.load?.overloaded ? [...lines, say("overloaded")] : lines;
}

function freePlace(ctx, { node, strong, room }, lines, font, taken) {
  const width = Math.max(...lines.map((line) => ctx.measureText(line).width));
  const height = lines.length * font * LINE_HEIGHT;
  const places = SIDES.map(([right, down]) => {
    const x = node.x + right * (node.size + font * 0.3 + width / 2);
    const y = node.y + down * (node.size + font * 0.25 + height / 2);
    return boxAt(x, y, width, height);
  });
  const free = places.find(
    (place) => within(place, room) && !taken.some((other) => overlap(place, other)),
  );
  return free ?? (strong ? places[0] : null);
}

function drawLines(ctx, lines, place, font, ground, ink) {
  const x = (place.left + place.right) / 2;
  ctx.lineWidth = font * 0.3;
  ctx.strokeStyle = ground;
  ctx.fillStyle = ink;
  lines.forEach((line, row) => {
    const y = place.top + (row + 0.5) * font * LINE_HEIGHT;
    ctx.strokeText(line, x, y);
    ctx.fillText(line, x, y);
  });
}
