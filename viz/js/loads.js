// Loads of units, as `graphmodel/analysis/load.py` has them: of all plans, of one, after changes.

/** Loads are rounded, so that equal loads that are different sums of floats are equal. */
const LOAD_DECIMALS = 9;
const SHOWN_DECIMALS = 4;

/**
 * The loads of a choice of plans: `units`, the heaviest first, as nodes with the `load` that they
 * have there; `populations` of units compared with each other, by their number.
 */
function createLoads(model) {
  const known = new Map();
  known.set(null, { units: model.loaded, populations: model.about.populations });
  return (plan) => {
    if (!known.has(plan)) known.set(plan, loadsOf(model, responsibilitiesOf(model), plan));
    return known.get(plan);
  };
}

/** The loads that come of some responsibilities, in one plan (null: in all). */
function loadsOf(model, responsibilities, plan) {
  const chosen = responsibilities.filter((row) => plan === null || row.plan === plan);
  const tallies = tallied(model, countedParts(model, chosen), plan);
  const rows = new Map([...tallies].sort(([a], [b]) => a - b));
  const populations = [];
  for (const [among, some] of groupedBy(rows.values(), "among"))
    populations[among] = compared(model.about, among, some);
  const units = [...rows].map(([id, load]) => ({ ...model.nodes.get(id), load }));
  return { units: units.sort(byLoad), populations };
}

/** What each unit has of each kind of part, by its id. */
function tallied(model, parts, plan) {
  const units = new Map();
  for (const part of parts) {
    const node = model.nodes.get(part.unit);
    if (node.group !== "unit") continue;
    if (!units.has(node.id)) units.set(node.id, emptyRow(model, node, plan));
    tallyPart(units.get(node.id), part);
  }
  for (const row of units.values()) row.load = weighed(model.about.rules, row);
  return units;
}

function emptyRow(model, node, plan) {
  return {
    ...{ leads: 0, sole: 0, shared: 0, supports: 0, boilerplate: 0, standing: 0, engaged: 0 },
    indicators: indicatorsLed(model, node, plan),
    among: populationOf(node),
    tasks: new Set(),
  };
}

/** The number of the population that a unit belongs to, or would with a part in a task. */
function populationOf(node) {
  return node.load?.among ?? node.among;
}

function indicatorsLed(model, node, plan) {
  const led = model
    .edgesOf(node.id)
    .filter((edge) => edge.from === node.id && inPlan(edge, plan))
    .map((edge) => model.nodes.get(edge.to))
    .filter(({ group }) => group === "indicator");
  return new Set(led.map(({ key }) => key)).size;
}

function tallyPart(row, { role, task, weightless, together }) {
  if (role === "lead") {
    row.leads += 1;
    row[together > 1 ? "shared" : "sole"] += 1;
    row.tasks.add(task);
  } else if (role === "support") {
    row.supports += 1;
    if (weightless === BOILERPLATE) row.boilerplate += 1;
    if (weightless === STANDING) row.standing += 1;
  } else row.engaged += 1;
}

function weighed(rules, row) {
  const weighty = row.supports - row.boilerplate - row.standing;
  const load = rules.lead * row.leads + rules.support * weighty + rules.engaged * row.engaged;
  return rounded(load, LOAD_DECIMALS);
}

/** The rows of a population with what compares them; gives what they are compared with. */
function compared({ populations, rules }, among, rows) {
  const loads = rows.map(({ load }) => load);
  const spread = spreadOf(loads);
  const ranks = ranksOf(loads);
  rows.forEach((row, place) => {
    const z = robustZ(row.load, spread);
    row.rank = ranks[place];
    row.overloaded = z > rules.z_limit && row.tasks.size >= rules.least;
    row.z = rounded(z, SHOWN_DECIMALS);
    row.load = rounded(row.load, SHOWN_DECIMALS);
    delete row.tasks;
  });
  return {
    name: populations[among].name,
    units: rows.length,
    median: rounded(spread.median, SHOWN_DECIMALS),
    threshold: rounded(spread.median + rules.z_limit * spread.scale, SHOWN_DECIMALS),
  };
}
