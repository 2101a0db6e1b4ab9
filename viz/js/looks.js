// How nodes and edges look: from the graph's rows to what vis-network draws.

const SHAPES = {
  unit: "square",
  external: "triangle",
  collective: "hexagon",
  task: "dot",
  indicator1: "diamond",
  indicator2: "diamond",
};
const HOLLOW = new Set(["external", "collective"]);
const DASHES = { support: [4, 3], boilerplate: [1, 4], engaged: [8, 3, 2, 3] };
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

/** A node of the whole graph; what is out of focus fades. */
function wholeNode(node, focus, { palette, shown, state }) {
  const colour = colourOf(node, palette);
  const selected = node.id === state.selected;
  return {
    id: node.id,
    x: node.x,
    y: node.y,
    size: node.size,
    shape: SHAPES[kindOf(node)],
    color: {
      background: HOLLOW.has(node.group) ? palette.ground : colour,
      border: selected ? palette.accent : colour,
    },
    borderWidth: selected ? 4 : 2,
    opacity: focus && !focus.nodes.has(node.id) ? FADED : 1,
    hidden: !shown.nodes.has(node.id),
  };
}

/** An edge of the whole graph; what is out of focus goes. */
function wholeEdge(edge, focus, { palette, shown }, dashed) {
  const bright = Boolean(focus?.edges.has(edge.id));
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: WIDTHS[edge.kind] * (bright ? 1.3 : 1),
    color: { color: palette[edge.kind], opacity: bright ? 1 : OPACITIES[edge.kind] },
    dashes: (dashed && DASHES[edge.kind]) || false,
    arrows: { to: { enabled: bright, scaleFactor: 0.4 } },
    hidden: !shown.edges.has(edge.id) || Boolean(focus && !bright),
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
