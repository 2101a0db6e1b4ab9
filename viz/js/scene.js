// What is drawn of the whole graph: marks for nodes and aggregates, lines between them.

/** More edges than this are drawn only around what is in focus. */
const MOST_EDGES = 6000;
/** So many lines between aggregates are drawn, the thickest. */
const MOST_BUNDLES = 600;

/**
 * `marks` {key, x, y, size, and node or aggregate}, `lines` {key, from, to, and edge or count}, the
 * `frames` around what is unfolded, and `left`: how many edges are not drawn.
 */
function sceneOf(model, aggregates, state, shown, focus) {
  const folded = foldedNodes(aggregates, state.unfolded);
  const isFolded = (id) => folded.has(id) && !focus?.nodes.has(id);
  const alone = [...shown.nodes].filter((id) => !isFolded(id)).map((id) => model.nodes.get(id));
  const marks = [
    ...foldedMarks(aggregates, folded, shown),
    ...alone.map((node) => ({ key: node.id, x: node.x, y: node.y, size: node.size, node })),
  ];
  const lines = focus ? focusLines(model, focus) : freeLines(model, shown, folded);
  const edges = lines.reduce((sum, { count = 1 }) => sum + count, 0);
  return { marks, lines, left: focus ? 0 : shown.edges.size - edges };
}

/** The aggregates of which something is folded and shown, with how much. */
function foldedMarks(aggregates, folded, shown) {
  const counts = new Map();
  for (const [id, key] of folded) {
    if (shown.nodes.has(id)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const { x, y, size } = aggregates.get(key);
    return { key, x, y, size, aggregate: aggregates.get(key), count };
  });
}

function focusLines({ edges }, focus) {
  return [...focus.edges].map((id) => lineOf(edges.get(id)));
}

function lineOf(edge) {
  return { key: edge.id, from: edge.from, to: edge.to, edge };
}

/** Edges one by one where they are few, and otherwise between aggregates, many as one. */
function freeLines(model, shown, folded) {
  const few = shown.edges.size <= MOST_EDGES;
  const lines = [];
  const bundles = new Map();
  for (const id of shown.edges) {
    const edge = model.edges.get(id);
    const from = folded.get(edge.from) ?? edge.from;
    const to = folded.get(edge.to) ?? edge.to;
    if (from === edge.from && to === edge.to) few && lines.push(lineOf(edge));
    else if (from !== to && (few || isBundle(from, to))) addTo(bundles, from, to);
  }
  const thickest = [...bundles.values()].sort((a, b) => b.count - a.count).slice(0, MOST_BUNDLES);
  return [...lines, ...thickest];
}

function isBundle(from, to) {
  return typeof from === "string" && typeof to === "string";
}

function addTo(bundles, from, to) {
  const key = `${from}>${to}`;
  const bundle = bundles.get(key);
  if (bundle) bundle.count += 1;
  else bundles.set(key, { key, from, to, count: 1 });
}
