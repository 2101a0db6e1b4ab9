// Changes of who does what, tried out: the steps of `graphmodel/analysis/scenario` that the page
// offers. A change is a text in the state, so that links keep it: a JSON array of the action and
// of the keys of its task and bodies.

/** How a change is said, and the steps of a scenario file that it comes to. */
const CHANGES = {
  move: (task, from, to) => [{ action: "move_lead", task, from, to }],
  demote: (task, unit) => [{ action: "demote_lead", task, unit }],
  drop: (task, unit) => [
    { action: "demote_lead", task, unit },
    { action: "drop_supporter", task, unit },
  ],
};
const STEPS = { move_lead: moveLead, demote_lead: demoteLead, drop_supporter: dropSupporter };

function writeChange(kind, ...nodes) {
  return JSON.stringify([kind, ...nodes.map(({ key }) => key)]);
}

/** The change {kind, nodes (a task, then bodies), steps} that a text says; null: it says none. */
function readChange(model, text) {
  const [kind, task, ...bodies] = parsedList(text);
  if (!Object.hasOwn(CHANGES, kind) || bodies.length !== CHANGES[kind].length - 1) return null;
  const nodes = [taskWith(model, task), ...bodies.map((key) => bodyWith(model, key))];
  return nodes.every(Boolean) ? { kind, nodes, steps: CHANGES[kind](...nodes) } : null;
}

function taskWith({ nodes }, wanted) {
  return [...nodes.values()].find(({ group, key }) => group === "task" && key === wanted);
}

function bodyWith({ nodes }, wanted) {
  return [...nodes.values()].find((node) => isBody(node) && node.key === wanted);
}

function parsedList(text) {
  try {
    const found = JSON.parse(text);
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

/** The responsibilities after some changes; `done` says of each whether it could be carried out. */
function afterChanges(model, responsibilities, changes) {
  let rows = responsibilities;
  const done = changes.map((change) => {
    const after = afterSteps(model, rows, change?.steps ?? []);
    if (after) rows = after;
    return Boolean(after && change);
  });
  return { rows, done };
}

function afterSteps(model, responsibilities, steps) {
  return steps.reduce(
    (rows, step) => rows && STEPS[step.action](model, rows, step),
    responsibilities,
  );
}

/** Turns the lead into support, and the other's support into the lead, in annexes too. */
function moveLead(model, rows, { task, from, to }) {
  const groups = groupsLed(rows, task, from);
  const leads = groupsLed(rows, task, to);
  if (!groups.size || from === to || [...groups].some((group) => leads.has(group))) return null;
  const isHere = isInAttributions(model, task, groups);
  const led = new Map();
  const changed = rows.map((row) => {
    if (!isHere(row)) return row;
    if (row.unit === from.id && row.role === "lead") {
      led.set(attributionOf(row), row);
      return { ...row, role: "support" };
    }
    const takes = row.unit === to.id && row.role === "support";
    return takes ? { ...row, role: "lead", standing: false } : row;
  });
  for (const row of changed)
    if (row.unit === to.id && row.role === "lead") led.delete(attributionOf(row));
  return [...changed, ...[...led.values()].map((lead) => inPlaceOf(lead, to))];
}

/** A lead that no plan says; it stands before all that is printed in its attribution. */
function inPlaceOf(lead, { id }) {
  return { ...lead, unit: id, role: "lead", standing: false, end: lead.start };
}

/** Turns the lead into support; the task may be left without one. */
function demoteLead(model, rows, { task, unit }) {
  const groups = groupsLed(rows, task, unit);
  if (!groups.size) return null;
  const isHere = isInAttributions(model, task, groups);
  return rows.map((row) =>
    isHere(row) && row.unit === unit.id && row.role === "lead" ? { ...row, role: "support" } : row,
  );
}

function dropSupporter(model, rows, { task, unit }) {
  const isMeant = ({ task: of, unit: by, role }) =>
    by === unit.id &&
    role === "support" &&
    (of === task.id || model.restates.get(of) === task.id);
  return rows.some(isMeant) ? rows.filter((row) => !isMeant(row)) : null;
}

/** The attributions of a task that a body leads, by their numbers. */
function groupsLed(rows, task, body) {
  const leads = rows.filter(
    (row) => row.task === task.id && row.unit === body.id && row.role === "lead",
  );
  return new Set(leads.map(({ group }) => group));
}

/** Whether a row is of these attributions of a task, or of an annex that states it again. */
function isInAttributions({ restates }, task, groups) {
  return (row) =>
    (row.task === task.id && groups.has(row.group)) || restates.get(row.task) === task.id;
}

/** The changes as a file for `graphmodel whatif`. */
function scenarioText(changes) {
  return changes.map(({ kind, nodes, steps }) =>
    [`# ${changeText(kind, nodes).replace(/\p{C}+/gu, " ")}\n`, ...steps.map(stepText)].join(""),
  ).join("\n");
}

function stepText({ action, ...values }) {
  const lines = Object.entries(values).map(([name, { key }]) => `${name} = ${tomlText(key)}\n`);
  return `[[${action}]]\n${lines.join("")}`;
}

/** A basic string of TOML, which is one of JSON but for one character. */
function tomlText(text) {
  return JSON.stringify(text).replace(/\x7f/g, "\\u007f");
}

/** What a change does, in words. */
function changeText(kind, [task, ...bodies]) {
  const [unit, to] = bodies.map(({ label }) => label);
  return say(`change_${kind}`, { task: task.label, path: task.path, unit, to });
}
