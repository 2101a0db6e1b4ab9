// Choosing what to change: the tasks that a body leads, and who could take them over.

const MOST_LED_SHOWN = 5;
const MOST_TAKERS_OFFERED = 3;

function whatifForm(page, trial) {
  const leads = leadsToChange(page, trial);
  const names = takerNames(page);
  const options = [...names].map(([value, { id }]) => {
    const load = number(loadAfter(trial, id));
    return el("option", { value }, say("whatif_carries", { load }));
  });
  return [
    el("h2", {}, leads.title),
    leads.chooser,
    el("datalist", { id: "whatif-takers" }, ...options),
    leads.rows.length
      ? el("div", { class: "led" }, ...ledList(page, trial, leads, names))
      : el("p", { class: "muted" }, say("whatif_leads_nothing")),
  ];
}

/** The leads that are on offer: of the selected task, of the selected body, or of the heaviest. */
function leadsToChange(page, trial) {
  const { model, state } = page;
  const node = model.nodes.get(state.selected);
  const led = trial.rows.filter((row) => row.role === "lead" && isToChange(model, row, state.plan));
  if (node?.group === "task")
    return { title: node.label, rows: distinctLeads(led.filter(({ task }) => task === node.id)) };
  const body = node && isBody(node) ? node : trial.after.units[0];
  const rows = distinctLeads(led.filter(({ unit }) => unit === body?.id));
  return { title: say("whatif_whose"), chooser: bodyChooser(page, trial, body), rows, body };
}

/** Rows of annexes that state a task again follow it, and are not changed alone. */
function isToChange({ restates }, { task, plan }, chosen) {
  return !restates.has(task) && (chosen === null || plan === chosen);
}

/** Each task and body once, also where it leads in several attributions. */
function distinctLeads(rows) {
  return [...new Map(rows.map((row) => [`${row.task}-${row.unit}`, row])).values()];
}

function bodyChooser({ model, actions }, { after }, body) {
  const isListed = !body || after.units.some(({ id }) => id === body.id);
  const units = isListed ? after.units : [{ ...body, load: null }, ...after.units];
  const options = units.map((unit) => {
    const values = { name: `${placePrefix(model, unit)}${unit.label}`, load: 0 };
    if (unit.load) values.load = number(unit.load.load);
    const isOver = unit.load?.overloaded;
    const words = isOver ? say("whatif_unit_over", values) : say("whatif_unit", values);
    return el("option", { value: unit.id, selected: unit.id === body.id }, words);
  });
  const attributes = {
    ...{ "data-key": "whatif-body", "aria-label": say("whatif_whose") },
    onchange: ({ target }) => actions.select(Number(target.value)),
  };
  return el("select", attributes, ...options);
}

function placePrefix({ about }, { place }) {
  return about.places.length > 1 ? `${about.places[place]} ` : "";
}

function ledList(page, trial, { rows, body }, names) {
  const key = `whatif-led-${body?.id ?? "task"}`;
  return listOfMost(key, rows, MOST_LED_SHOWN, (row) => ledItem(page, trial, row, names));
}

function ledItem(page, trial, row, names) {
  const { nodes } = page.model;
  const [task, unit] = [nodes.get(row.task), nodes.get(row.unit)];
  const key = `${task.id}-${unit.id}`;
  const change = (kind, ...more) => addChange(page, writeChange(kind, task, unit, ...more));
  const offers = takersOnTask(page, trial, task).map((taker) => {
    const load = number(loadAfter(trial, taker.id));
    const words = say("whatif_offer", { name: taker.label, load });
    return whatifButton(`offer-${key}-${taker.id}`, words, () => change("move", taker));
  });
  const button = (kind, words) => {
    const label = say("whatif_said", { words, task: task.label });
    return whatifButton(`${kind}-${key}`, words, () => change(kind), label);
  };
  return el(
    "li",
    {},
    el("p", {}, el("span", { class: "path" }, task.path), ` ${ledTitle(page, task, unit)}`),
    el(
      "p",
      { class: "moves" },
      ...offers,
      takerInput(key, task, names, unit, (taker) => change("move", taker)),
      button("demote", say("whatif_demote")),
      button("drop", say("whatif_drop")),
    ),
  );
}

/** The task; where it is the task that was selected, the body that leads it. */
function ledTitle({ state }, task, unit) {
  return state.selected === task.id ? unit.label : task.label;
}

/** A field that takes the name of any unit; what is typed in full or is unique moves the lead. */
function takerInput(key, task, names, giver, move) {
  const take = ({ target }) => {
    const taker = takerCalled(names, target.value.trim());
    const isKnown = taker && taker.id !== giver.id;
    target.setCustomValidity(target.value && !isKnown ? say("whatif_nobody") : "");
    if (isKnown) move(taker);
    else target.reportValidity();
  };
  return el("input", {
    ...{ list: "whatif-takers", "data-key": `taker-${key}`, placeholder: say("whatif_to") },
    "aria-label": say("whatif_said", { words: say("whatif_to"), task: task.label }),
    onchange: take,
  });
}

function takerCalled(names, text) {
  if (names.has(text) || !text) return names.get(text);
  const found = [...names].filter(([name]) => name.includes(text));
  return found.length === 1 ? found[0][1] : undefined;
}

/** The units that can take over, by a name that is theirs alone. */
function takerNames({ model }) {
  const units = [...model.nodes.values()].filter(
    (node) => node.group === "unit" && populationOf(node) !== undefined,
  );
  const often = tally(units.map(({ label }) => label));
  const name = (unit) => (often.get(unit.label) > 1 ? unit.key : unit.label);
  return new Map(units.map((unit) => [name(unit), unit]));
}

/** The units that have another part in a task than to lead it, the least loaded first. */
function takersOnTask({ model }, trial, task) {
  const here = trial.rows.filter((row) => row.task === task.id);
  const leading = new Set(here.filter(({ role }) => role === "lead").map(({ unit }) => unit));
  const others = new Set(here.map(({ unit }) => unit).filter((unit) => !leading.has(unit)));
  return [...others]
    .map((id) => model.nodes.get(id))
    .filter((node) => node.group === "unit" && populationOf(node) !== undefined)
    .sort((a, b) => loadAfter(trial, a.id) - loadAfter(trial, b.id))
    .slice(0, MOST_TAKERS_OFFERED);
}

/** What a unit carries after the changes. */
function loadAfter({ loads }, id) {
  return loads.get(id)?.load ?? 0;
}
