// What is due in words and signs: the state by its shape, the days left, how often, who.

const SIGN_SIZE = 14;
/** Characters of a name that are shown; the panel has it whole. */
const MOST_DUE_NAME = 120;

/** The sign of a state around a point: a triangle, a full, a half or an empty disc, a dot. */
function dueShape(state, x, y, radius = 6) {
  const disc = { cx: x, cy: y, r: state === "undated" ? 2 : radius };
  const corner = radius + 0.5;
  const corners = `${x},${y - corner} ${x + corner},${y + radius} ${x - corner},${y + radius}`;
  const half = `M${x},${y - radius}a${radius},${radius} 0 0 1 0,${2 * radius}z`;
  return svg(
    "g",
    { class: `due-sign ${state}` },
    state === "overdue" ? svg("polygon", { points: corners }) : svg("circle", disc),
    state === "yellow" ? svg("path", { d: half }) : null,
  );
}

/** The same beside words. */
function dueSign(state) {
  const attributes = { class: "sign-of-due", width: SIGN_SIZE, height: SIGN_SIZE };
  const middle = SIGN_SIZE / 2;
  return svg("svg", { ...attributes, "aria-hidden": "true" }, dueShape(state, middle, middle, 5.5));
}

function dueStateName(state, { red, yellow }) {
  return say(`due_state_${state}`, { red, yellow });
}

function daysLeft(left) {
  if (left === 0) return say("due_today");
  if (left === 1) return say("due_left_one");
  if (left === -1) return say("due_past_one");
  return left > 0 ? say("due_left", { n: left }) : say("due_past", { n: -left });
}

/** How often something is due, or on what it hangs; empty for a single day. */
function dueAgain({ recurrence, dates = [], event }) {
  const given = (length) => dates.filter((text) => text.length === length);
  const [yearly, monthly] = [given("MM-DD".length), given("DD".length).map(Number)];
  const list = (days) => days.join(say("comma"));
  return joined(
    yearly.length && say("due_each_year", { days: list(yearly) }),
    monthly.length && say("due_each_month", { days: list(monthly) }),
    !yearly.length && !monthly.length && recurrence && say(`every_${recurrence}`),
    event && cut(event, MOST_DUE_NAME),
  );
}

/** What is due: the title of its task, or the kind of the duty and for whom. */
function dueTitle(page, { kind, task, to }) {
  const node = page.model.nodes.get(task);
  const title = node && joined(node.path, cut(node.label, MOST_DUE_NAME));
  if (kind === "deadline") return title;
  const receiver = to && say("due_to", { name: bodyName(page, to) });
  return joined(say(`due_kind_${kind}`) + (receiver ?? ""), title);
}

/** The name of a body given by its node, or by its name where it has none. */
function bodyName({ model }, body) {
  return cut(model.nodes.get(body)?.label ?? body, MOST_DUE_NAME);
}

function dueNames(page, { who = [] }) {
  return who.map((body) => bodyName(page, body)).join(say("comma")) || say("due_nobody");
}
