// The parts of bodies in the attributions of tasks, as `graphmodel/analysis/parts.py` counts them.

/** Whether a part has weight, or what kind of support without weight it is. */
const [COUNTS, BOILERPLATE, STANDING] = [0, 1, 2];
/** Of a plan's attributions, how many a tail has to end; one list alone has none. */
const LEAST_SHARE = 0.5;
const LEAST_REPEATS = 2;

/** The responsibilities for tasks, in the order of the facts: what a scenario changes. */
function responsibilitiesOf({ edges, nodes }) {
  return [...edges.values()]
    .filter(({ kind, to }) => ROLES.includes(kind) && nodes.get(to).group === "task")
    .map(({ from, to, kind, plan, group = 0, standing = false, at: [start, end] }) => {
      const role = kind === "boilerplate" ? "support" : kind;
      return { unit: from, task: to, plan, group, role, standing, start, end };
    });
}

/**
 * Each body once an attribution and role, with `weightless`, and of leads how many bodies lead
 * `together`. What a table in an annex states again counts with the task of the body.
 */
function countedParts(model, responsibilities) {
  const stated = withoutRestated(model, responsibilities);
  const boilerplate = boilerplateIn(model, stated);
  const together = leadsTogether(responsibilities);
  const parts = new Map();
  for (const row of stated) {
    const key = `${attributionOf(row)}|${row.unit}|${row.role}`;
    const weightless = weightlessness(row, boilerplate);
    if (parts.has(key)) {
      const part = parts.get(key);
      part.weightless = Math.min(part.weightless, weightless);
    } else {
      const leading = together.get(attributionOf(row))?.size ?? 0;
      parts.set(key, { ...row, weightless, together: leading });
    }
  }
  return [...parts.values()];
}

function attributionOf({ task, group }) {
  return `${task}/${group}`;
}

function weightlessness(row, boilerplate) {
  if (row.standing && row.role === "support") return STANDING;
  return boilerplate.has(row) ? BOILERPLATE : COUNTS;
}

/** Of the tasks that state another again the id of that other. */
function restatedIn(nodes) {
  const again = nodes.filter(({ same }) => same);
  if (!again.length) return new Map();
  const ids = new Map(nodes.filter(({ path }) => path).map(({ key, id }) => [key, id]));
  return new Map(again.map(({ id, same }) => [id, ids.get(same)]));
}

function withoutRestated({ nodes, restates }, rows) {
  if (!restates.size) return rows;
  const stated = new Set(rows.map(({ task, unit, role }) => `${task}|${unit}|${role}`));
  return rows.filter(
    ({ task, unit, role }) => !stated.has(`${restates.get(task)}|${unit}|${role}`),
  );
}

function leadsTogether(rows) {
  const leads = new Map();
  for (const row of rows) if (row.role === "lead") listIn(leads, attributionOf(row)).push(row.unit);
  return new Map([...leads].map(([key, units]) => [key, new Set(units)]));
}

/** The rows that stand in a tail with which most lists of supporters of their plan end. */
function boilerplateIn({ nodes }, rows) {
  const marked = new Set();
  for (const ofPlan of groupedBy(rows.filter((row) => !row.standing), "plan").values()) {
    const attributions = new Set(ofPlan.map(attributionOf)).size;
    const lists = supporterLists(ofPlan);
    const least = Math.max(LEAST_REPEATS, LEAST_SHARE * attributions);
    for (const [list, length] of tailsOf(nodes, lists, least))
      for (const row of list.slice(-length)) marked.add(row);
  }
  return marked;
}

/** The supporters that each attribution names, as printed. */
function supporterLists(rows) {
  const lists = new Map();
  for (const row of rows) if (row.role === "support") listIn(lists, attributionOf(row)).push(row);
  return [...lists.values()].map((list) =>
    list.sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

/** Of the lists that end as at least so many do, how long their longest such end is. */
function tailsOf(nodes, lists, least) {
  const lengths = new Map();
  const open = [{ length: 0, some: lists }];
  while (open.length) {
    const { length, some } = open.pop();
    const longer = new Map();
    for (const list of some)
      if (list.length > length) listIn(longer, list[list.length - 1 - length].unit).push(list);
    const shared = [...longer.values()].filter((found) => found.length >= least);
    if (length && isTail(nodes, some[0], length, shared, some.length))
      for (const list of some) lengths.set(list, length);
    open.push(...shared.map((found) => ({ length: length + 1, some: found })));
  }
  return lengths;
}

/** Two bodies or one collective, where no longer tail ends the same lists. */
function isTail(nodes, list, length, longer, count) {
  const last = nodes.get(list[list.length - 1].unit);
  const enough = length > 1 || last.group === "collective";
  return enough && longer.every((found) => found.length < count);
}

function groupedBy(rows, name) {
  const groups = new Map();
  for (const row of rows) listIn(groups, row[name]).push(row);
  return groups;
}

/** The list of a key, which it gets where it has none. */
function listIn(lists, key) {
  if (!lists.has(key)) lists.set(key, []);
  return lists.get(key);
}
