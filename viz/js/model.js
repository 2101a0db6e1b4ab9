// The graph as data: nodes, edges, who is linked to whom, what a filter leaves.

const NODE_KINDS = ["unit", "external", "collective", "task", "indicator1", "indicator2"];
const EDGE_KINDS = ["lead", "support", "boilerplate", "engaged", "measures", "part"];
const BODIES = new Set(["unit", "external", "collective"]);
const ROLES = ["lead", "support", "boilerplate", "engaged"];

/** Half of the width of a unit without load, as `graphmodel/views/picture.py` has it. */
const LEAST_SIZE = 8;

/** The graph of all plans; `of(plan)` gives it with the loads that units have in one of them. */
function createModel(nodeRows, edgeRows, about) {
  const nodes = new Map(nodeRows.map((node) => [node.id, node]));
  const edges = new Map(edgeRows.map((edge) => [edge.id, edge]));
  const linked = new Map(nodeRows.map((node) => [node.id, []]));
  for (const edge of edgeRows) {
    linked.get(edge.from).push(edge);
    linked.get(edge.to).push(edge);
  }
  const model = {
    nodes,
    edges,
    about,
    edgesOf: (id) => linked.get(id),
    other: (edge, id) => nodes.get(edge.from === id ? edge.to : edge.from),
    loaded: nodeRows.filter((node) => node.load).sort(byLoad),
    /** Of a task that states another again, in an annex, the id of that other. */
    restates: restatedIn(nodeRows),
  };
  model.loadsIn = createLoads(model);
  const known = new Map([[null, model]]);
  model.of = (plan) => {
    if (!known.has(plan)) known.set(plan, modelOf(model, plan));
    return known.get(plan);
  };
  return model;
}

function modelOf(model, plan) {
  const { units } = model.loadsIn(plan);
  const loads = new Map(units.map(({ id, load }) => [id, load]));
  const nodes = new Map(model.nodes);
  for (const unit of model.loaded) nodes.set(unit.id, unitWith(unit, loads.get(unit.id)));
  const other = (edge, id) => nodes.get(edge.from === id ? edge.to : edge.from);
  return { ...model, nodes, other, loaded: units };
}

/** A unit with another load, or none, and the size that it has with that. */
function unitWith(unit, load) {
  const part = (load?.load ?? 0) / (unit.load.load || 1);
  const size = Math.round(LEAST_SIZE + (unit.size - LEAST_SIZE) * Math.sqrt(part));
  return { ...unit, load, size, among: unit.load.among };
}

function byLoad(a, b) {
  return b.load.load - a.load.load || b.load.leads - a.load.leads || a.id - b.id;
}

function kindOf(node) {
  return node.group === "indicator" ? `indicator${Math.min(node.level, 2)}` : node.group;
}

function isBody(node) {
  return BODIES.has(node.group);
}

function inPlan(row, plan) {
  if (plan === null) return true;
  return row.plans ? row.plans.includes(plan) : row.plan === undefined || row.plan === plan;
}

/** What the choice of plan and the filters leave: the nodes and edges shown, by id. */
function shownIn(model, state) {
  const nodes = new Set();
  for (const node of model.nodes.values()) {
    if (inPlan(node, state.plan) && !state.hidden.has(kindOf(node))) nodes.add(node.id);
  }
  const edges = new Set();
  for (const edge of model.edges.values()) {
    const open = inPlan(edge, state.plan) && !state.hidden.has(edge.kind);
    if (open && nodes.has(edge.from) && nodes.has(edge.to)) edges.add(edge.id);
  }
  return { nodes, edges };
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
