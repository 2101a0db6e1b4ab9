// What the timeline shows: its rows, what is due in each, and the marks that stand for it.

const MOST_TIMELINE_ROWS = 60;
const MARK_WIDTH = 18;
const DIGIT_WIDTH = 7;

/** What is due in the plan chosen, for the unit looked at, in the states that are shown. */
function dueShown({ state }, rows, unit) {
  return dueFor({ state }, rows, unit).filter((row) => !state.timelineHidden.includes(row.state));
}

/** The same in all states. */
function dueFor({ state }, rows, unit) {
  return rows.filter(
    ({ item }) => inPlan(item, state.plan) && (unit === null || item.who?.includes(unit.id)),
  );
}

/** The body that the timeline is narrowed to: the one selected, or the one looked at last. */
function unitOfTimeline({ model, state }) {
  const selected = model.nodes.get(state.selected);
  if (selected && isBody(selected)) return selected;
  const node = model.nodes.get(state.timelineUnit);
  return node && isBody(node) && inPlan(node, state.plan) ? node : null;
}

/** Rows {key, node, name, place, due}, by the first day of each; what has no day has no row. */
function timelineRows(page, due, byTask) {
  const rows = new Map();
  for (const one of due.filter(({ day }) => day !== null)) {
    for (const row of byTask ? [taskRow(page, one.item)] : unitRows(page, one.item)) {
      if (!rows.has(row.key)) rows.set(row.key, { ...row, due: [] });
      rows.get(row.key).due.push(one);
    }
  }
  return [...rows.values()].sort(
    (a, b) => a.place - b.place || a.due[0].day - b.due[0].day || b.due.length - a.due.length,
  );
}

function taskRow(page, item) {
  const place = page.model.about.plans[item.plan].place;
  const node = page.model.nodes.get(item.task) ?? null;
  const name = node ? cut(node.label, MOST_DUE_NAME) : dueTitle(page, item);
  return { key: node ? String(node.id) : `duty-${item.plan}-${item.at[0]}`, node, name, place };
}

function unitRows(page, { plan, who = [null] }) {
  return who.map((body) => {
    const node = page.model.nodes.get(body) ?? null;
    const name = body === null ? say("due_nobody") : bodyName(page, body);
    const { place } = page.model.about.plans[plan];
    return { key: node ? String(node.id) : `${place}-${body ?? ""}`, node, name, place };
  });
}

/** Marks {key, x, due, state} of a row: what would stand one over another is one mark. */
function marksOf(row, columns) {
  const marks = [];
  for (const one of row.due) {
    const x = placeOfDay(columns, one.day);
    const last = marks[marks.length - 1];
    if (last && x < last.x + markWidth(last.due.length)) last.due.push(one);
    else marks.push({ key: `${row.key}@${isoOf(one.day)}`, x, due: [one] });
  }
  return marks.map((mark) => ({ ...mark, state: mostUrgent(mark.due) }));
}

/** A mark that stands for several says how many. */
function markWidth(count) {
  return MARK_WIDTH + (count > 1 ? DIGIT_WIDTH * String(count).length : 0);
}

function mostUrgent(due) {
  return DUE_STATES.find((state) => due.some((one) => one.state === state));
}
