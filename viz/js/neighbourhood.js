// One node and what it is linked to, in columns, so that every name can be read:
// partners | tasks led | the unit | tasks supported | partners.

const NEAR_WIDTH = 184;
const FAR_WIDTH = 112;
const CENTRE_WIDTH = 132;
const COLUMN_GAP = 54;
const BOX_GAP = 8;
const NEAR_X = CENTRE_WIDTH / 2 + COLUMN_GAP + NEAR_WIDTH / 2;
const FAR_X = NEAR_X + NEAR_WIDTH / 2 + COLUMN_GAP + FAR_WIDTH / 2;
const BOX_LETTER = 13;
const BOX_LINE = 17;
const BOX_MARGIN = 5;
/** Boxes of a column that is broken in two when the other side is empty. */
const LONG = 12;

/**
 * Boxes {key, node, x, y, width, height, lines}, links {key, edge, from, to} between the keys of
 * boxes, and headings {text, x, y} of the columns. A partner on both sides has a box on each.
 */
function neighbourhood(model, node, shown) {
  const centre = boxOf(node, `${node.id}`, CENTRE_WIDTH);
  const drawing = { model, node, shown, boxes: [centre], links: [], headings: [] };
  for (const column of columnsOf(drawing)) drawColumn(drawing, column);
  return drawing;
}

/** The edges of the node by the side they are drawn on; a long list alone takes both sides. */
function columnsOf({ model, node, shown }) {
  const own = model.edgesOf(node.id).filter((edge) => shown.edges.has(edge.id));
  const left = own.filter((edge) => sideOf(edge, node) === -1);
  const right = own.filter((edge) => sideOf(edge, node) === 1);
  const heading = (edges) => headingOf(model, node, edges);
  if ((left.length && right.length) || own.length <= LONG) {
    return [
      { side: -1, edges: left, heading: heading(left) },
      { side: 1, edges: right, heading: heading(right) },
    ];
  }
  const half = Math.ceil(own.length / 2);
  return [
    { side: -1, edges: own.slice(0, half), heading: heading(own) },
    { side: 1, edges: own.slice(half), heading: heading(own) + say("continued") },
  ];
}

function drawColumn(drawing, { side, edges, heading }) {
  if (!edges.length) return;
  const { model, node } = drawing;
  const near = new Map();
  for (const edge of edges) {
    const other = model.other(edge, node.id);
    if (!near.has(other.id)) near.set(other.id, boxOf(other, `${other.id}/${side}`, NEAR_WIDTH));
    drawing.links.push(linkOf(edge, node.id, side));
  }
  const boxes = [...near.values()];
  const top = stack(boxes, side * NEAR_X);
  const partners = node.group === "task" ? [] : partnersBeside(drawing, boxes, side);
  stack(partners, side * FAR_X);
  drawing.boxes.push(...boxes, ...partners);
  drawing.headings.push({ text: heading, x: side * NEAR_X, y: top - 14 });
}

/** The boxes of the other bodies of the tasks of a column, near the middle of their tasks. */
function partnersBeside(drawing, boxes, side) {
  const partners = new Map();
  for (const { node: task, y } of boxes.filter(({ node }) => node.group === "task")) {
    for (const edge of partEdges(drawing, task)) {
      const key = `${edge.from}/${side * 2}`;
      if (!partners.has(key)) {
        const box = boxOf(drawing.model.nodes.get(edge.from), key, FAR_WIDTH);
        partners.set(key, { ...box, rows: [] });
      }
      partners.get(key).rows.push(y);
      const link = { key: `${edge.id}/${side}`, edge, from: key, to: `${task.id}/${side}` };
      drawing.links.push(link);
    }
  }
  const middle = ({ rows }) => rows.reduce((sum, y) => sum + y, 0) / rows.length;
  return [...partners.values()].sort((a, b) => middle(a) - middle(b) || a.node.id - b.node.id);
}

/** The parts that others have in a task; beside an indicator only who leads it. */
function partEdges({ model, node, shown }, task) {
  const kinds = node.group === "indicator" ? ["lead"] : ROLES;
  return model
    .edgesOf(task.id)
    .filter(
      (edge) => shown.edges.has(edge.id) && edge.from !== node.id && kinds.includes(edge.kind),
    );
}

/** Left is what decides, right what follows: leads | supports, or who leads | what is measured. */
function sideOf(edge, node) {
  if (edge.kind === "measures") return node.group === "task" ? -1 : 1;
  if (edge.kind === "part") return edge.from === node.id ? -1 : 1;
  return edge.kind === "lead" ? -1 : 1;
}

function linkOf(edge, id, side) {
  const key = (end) => (end === id ? `${id}` : `${end}/${side}`);
  return { key: `${edge.id}/${side}`, edge, from: key(edge.from), to: key(edge.to) };
}

function headingOf(model, node, edges) {
  const counts = tally(edges.map((edge) => nearColumnName(edge, node, model.other(edge, node.id))));
  return [...counts].map(([name, count]) => `${name} ${count}`).join(" · ");
}

function nearColumnName({ kind }, node, other) {
  if (!isBody(node)) return say(`by_${kind}`);
  return say(other.group === "indicator" ? "lead_indicator" : `edge_${kind}`);
}

function boxOf(node, key, width) {
  const name = node.load?.overloaded ? `${node.label}·${say("overloaded")}` : node.label;
  const lines = breakLines(name, (width - 2 * BOX_MARGIN - 4) / BOX_LETTER, 2);
  const height = lines.length * BOX_LINE + 2 * BOX_MARGIN + 2;
  return { key, node, lines, width, height, size: height / 2, x: 0, y: 0 };
}

/** Stands boxes one under the other around y = 0; gives the upper end. */
function stack(boxes, x) {
  const height = boxes.reduce((sum, { height: own }) => sum + own + BOX_GAP, -BOX_GAP);
  let y = -height / 2;
  for (const item of boxes) {
    item.x = x;
    item.y = y + item.height / 2;
    y += item.height + BOX_GAP;
  }
  return -height / 2;
}
