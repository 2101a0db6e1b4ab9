// Pairs of bodies and the tasks that they share, counted as the measures of the package count them.

/** Roles, the strongest first. */
const ROLES_BY_STRENGTH = ["lead", "support", "engaged"];

/**
 * The bodies that have a part in a task, by id: of each its strongest `role`, whether it `counts`
 * (has more than boilerplate support there), and the `edges` that say so. What is stated again is
 * passed over.
 */
function membersOf(model, task) {
  const members = new Map();
  for (const edge of model.edgesOf(task)) {
    const role = roleOf(edge);
    if (role === null || edge.repeat) continue;
    const member = members.get(edge.from) ?? { role, counts: false, edges: [] };
    members.set(edge.from, {
      role: stronger(member.role, role),
      counts: member.counts || edge.kind !== "boilerplate",
      edges: [...member.edges, edge],
    });
  }
  return members;
}

function roleOf({ kind }) {
  if (kind === "boilerplate") return "support";
  return ROLES_BY_STRENGTH.includes(kind) ? kind : null;
}

function stronger(a, b) {
  return ROLES_BY_STRENGTH.indexOf(a) <= ROLES_BY_STRENGTH.indexOf(b) ? a : b;
}

/**
 * How many tasks each two bodies share, by the one's id and then the other's. `boilerplate`: whether a
 * task counts in which one of the two has nothing but boilerplate support; `collectives`: whether
 * groups named as one take part.
 */
function sharedCounts(model, { plan, collectives, boilerplate }) {
  const counts = new Map();
  for (const task of model.nodes.values()) {
    if (task.group !== "task" || !inPlan(task, plan)) continue;
    const members = [...membersOf(model, task.id)]
      .filter(([id, member]) => (boilerplate || member.counts) && (collectives || isOne(model, id)))
      .map(([id]) => id);
    for (const a of members) {
      if (!counts.has(a)) counts.set(a, new Map());
      const row = counts.get(a);
      for (const b of members) if (a !== b) row.set(b, (row.get(b) ?? 0) + 1);
    }
  }
  return counts;
}

function isOne(model, id) {
  return model.nodes.get(id).group !== "collective";
}

/** The pairs {a, b, tasks} of some counts with at least so many tasks, the closest first. */
function closestPairs(counts, least) {
  const pairs = [];
  for (const [a, row] of counts)
    for (const [b, tasks] of row) if (a < b && tasks >= least) pairs.push({ a, b, tasks });
  return pairs.sort((one, two) => two.tasks - one.tasks || one.a - two.a || one.b - two.b);
}

/** The tasks of a body with all their members. */
function tasksOf(model, id, plan) {
  const tasks = new Set(model.edgesOf(id).map((edge) => model.nodes.get(edge.to)));
  return [...tasks]
    .filter((task) => task.group === "task" && inPlan(task, plan))
    .map((task) => ({ task, members: membersOf(model, task.id) }))
    .filter(({ members }) => members.has(id));
}

/** The tasks that two bodies share, with both as `members`; `boilerplate` as in `sharedCounts`. */
function sharedTasks(model, [a, b], plan) {
  return tasksOf(model, a, plan)
    .filter(({ members }) => members.has(b))
    .map(({ task, members: all }) => {
      const members = [all.get(a), all.get(b)];
      return { task, members, boilerplate: !members.every(({ counts }) => counts) };
    })
    .sort((one, two) => one.task.id - two.task.id);
}

/** The bodies that a body has tasks with, the most tasks first; boilerplate support makes none. */
function partnersOf(model, node, plan) {
  const partners = tasksOf(model, node.id, plan)
    .filter(({ members }) => members.get(node.id).counts)
    .flatMap(({ members }) => [...members])
    .filter(([id, { counts }]) => counts && id !== node.id && isOne(model, id));
  return [...tally(partners.map(([id]) => id))]
    .map(([id, count]) => ({ node: model.nodes.get(id), count }))
    .sort((a, b) => b.count - a.count || a.node.id - b.node.id);
}
