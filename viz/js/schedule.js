// What is due on which day, and how urgent that is: as `analysis.schedule` tells it.

/** The states, the most urgent first. */
const DUE_STATES = ["overdue", "red", "yellow", "green", "undated"];

/** Everything that is due on its days, {item, day, left, state}; what has no day comes last. */
function scheduleOn({ items, ...timing }, plans, today) {
  const until = Math.min(today + timing.horizon, LAST_DAY);
  const rows = items.flatMap((item) => {
    const since = Math.max(today, dayNamed(plans[item.plan].issued) ?? today);
    const days = occurrences(item, since, until);
    return days.length ? days.map((day) => dueRow(item, day, today, timing)) : [undatedRow(item)];
  });
  return rows.sort((a, b) => (a.day ?? Infinity) - (b.day ?? Infinity) || 0);
}

function dueRow(item, day, today, timing) {
  return { item, day, left: day - today, state: dueState(day - today, timing) };
}

function undatedRow(item) {
  return { item, day: null, left: null, state: "undated" };
}

function dueState(left, { red, yellow }) {
  if (left < 0) return "overdue";
  if (left <= red) return "red";
  return left <= yellow ? "yellow" : "green";
}

/** Of what recurs only the next time; of what is past nothing. */
function nextOfEach(rows) {
  const told = new Set();
  return rows.filter(({ item, left }) => {
    if (left === null || left < 0 || told.has(item)) return false;
    told.add(item);
    return true;
  });
}
