// What stays bright while something is selected.

/** One step: what a node is linked to; two: whom that is linked to. */
const FOCUS_STEPS = ["1", "2"];

/**
 * The nodes and edges that stay bright, and of the edges those that are `near`: at the selection
 * itself. null while nothing is selected. Boilerplate support is no second step.
 */
function focusOf(model, { selected, edge, steps }, shown) {
  if (edge !== null) {
    const { from, to } = model.edges.get(edge);
    return { nodes: new Set([from, to]), edges: new Set([edge]), near: new Set([edge]) };
  }
  if (selected === null) return null;
  const own = shownEdges(model, selected, shown);
  const focus = {
    nodes: new Set([selected, ...own.flatMap(({ from, to }) => [from, to])]),
    edges: new Set(own.map(({ id }) => id)),
    near: new Set(own.map(({ id }) => id)),
  };
  if (steps === "2") own.forEach((near) => addStep(model, selected, near, shown, focus));
  return focus;
}

function addStep(model, selected, near, shown, focus) {
  const other = model.other(near, selected);
  for (const edge of shownEdges(model, other.id, shown)) {
    if (edge.kind === "boilerplate") continue;
    focus.edges.add(edge.id);
    focus.nodes.add(edge.from).add(edge.to);
  }
}

function shownEdges(model, id, shown) {
  return model.edgesOf(id).filter((edge) => shown.edges.has(edge.id));
}
