// How nodes and edges look: from the graph's rows to what vis-network draws.

const SHAPES = {
  unit: "square",
  external: "triangle",
  collective: "hexagon",
  task: "dot",
  indicator1: "diamond",
  indicator2: "diamond",
  indicator: "diamond",
  county: "square",
};
const AGGREGATE_COLOURS = { county: "ink", indicator: "indicator1" };
/** Dashes are slow to draw: of more edges than this all are drawn through. */
const MOST_DASHED = 1500;
const HOLLOW = new Set(["external", "collective"]);
/** Few and long: each dash is a line to draw. */
const DASHES = { support: [8, 6], boilerplate: [2, 8], engaged: [14, 5, 3, 5] };
const WIDTHS = { lead: 1.8, support: 1, boilerplate: 0.8, engaged: 1.4, measures: 1.2, part: 1 };
const OPACITIES = {
  lead: 0.75,
  support: 0.4,
  boilerplate: 0.35,
  engaged: 0.6,
  measures: 0.5,
  part: 0.5,
};
const FADED = 0.12;

function colourOf(node, palette) {
  return node.load?.overloaded ? palette.overloaded : palette[kindOf(node)];
}

/** What vis-network draws for a mark of the whole graph; what is out of focus fades. */
function markLook(mark, { focus, palette, state }) {
  const { key, x, y, size, node } = mark;
  const selected = key === state.selected;
  const bright = !focus || focus.nodes.has(key);
  const kind = node ? kindOf(node) : mark.aggregate.group;
  const colour = node ? colourOf(node, palette) : palette[AGGREGATE_COLOURS[kind] ?? kind];
  const hollow = HOLLOW.has(kind) || !node;
  return {
    id: key,
    x,
    y,
    size,
    shape: SHAPES[kind],
    color: {
      background: hollow ? palette.ground : colour,
      border: selected ? palette.accent : colour,
    },
    borderWidth: selected ? 4 : 2,
    opacity: bright ? 1 : FADED,
  };
}

/** A line of the whole graph; what leads on from the first step of a focus is drawn lighter. */
function lineLook({ key, from, to, edge, count }, { focus, palette, shown }) {
  if (!edge) return bundleLook(key, from, to, count, palette);
  const near = Boolean(focus?.near.has(edge.id));
  return {
    id: key,
    from,
    to,
    width: WIDTHS[edge.kind] * (near ? 1.3 : 1),
    color: { color: palette[edge.kind], opacity: near ? 1 : OPACITIES[edge.kind] },
    dashes: (shown.edges.size <= MOST_DASHED && DASHES[edge.kind]) || false,
    arrows: { to: { enabled: near, scaleFactor: 0.4 } },
  };
}

/** Many edges between two aggregates as one line, the thicker the more. */
function bundleLook(key, from, to, count, palette) {
  return {
    id: key,
    from,
    to,
    width: 1 + 2.5 * Math.log2(1 + count),
    color: { color: palette.support, opacity: 0.26 },
    dashes: false,
    arrows: { to: { enabled: false, scaleFactor: 0.4 } },
  };
}

/** A box of the neighbourhood. */
function nearNode({ key, node, x, y, width, height, lines }, { palette, state }) {
  const centre = node.id === state.selected;
  const colour = colourOf(node, palette);
  const filled = centre || node.group === "unit";
  return {
    id: key,
    x,
    y,
    shape: "box",
    label: lines.join("\n"),
    margin: BOX_MARGIN,
    widthConstraint: width - 2 * BOX_MARGIN,
    heightConstraint: height - 2 * BOX_MARGIN,
    borderWidth: centre ? 4 : 1.5,
    shapeProperties: { borderRadius: isBody(node) ? 2 : 10 },
    color: {
      background: filled ? colour : palette.ground,
      border: centre ? palette.accent : colour,
    },
    font: {
      color: filled ? palette["filled-ink"] : palette.ink,
      size: BOX_LETTER,
      face: palette.font,
    },
  };
}

/** A line of the neighbourhood. */
function nearEdge({ key, edge, from, to }, { palette, state }) {
  const own = edge.from === state.selected || edge.to === state.selected;
  const chosen = edge.id === state.edge;
  return {
    id: key,
    from,
    to,
    width: WIDTHS[edge.kind] * (chosen ? 3 : own ? 1.4 : 1),
    color: {
      color: chosen ? palette.accent : palette[edge.kind],
      opacity: own || chosen ? 0.9 : 0.65,
    },
    dashes: DASHES[edge.kind] || false,
    arrows: { to: { enabled: false } },
    smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 },
  };
}
