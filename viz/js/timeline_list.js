// What is due as lists: what comes next, what is past, what has no day; and everything as a table.

const MOST_NEXT = 12;
const MOST_PAST = 8;
const MOST_TABLE_ROWS = 1000;

/** The lists below the timeline. */
function timelineLists(page, due) {
  const past = due.filter(({ left }) => left !== null && left < 0);
  const undated = due.filter(({ day }) => day === null);
  const lists = [
    ["next", nextOfEach(due), MOST_NEXT],
    ["past", past, MOST_PAST],
    ["undated", undated, MOST_PAST],
  ];
  return lists
    .filter(([name, rows]) => rows.length || name === "next")
    .map(([name, rows, most]) => timelineList(page, name, rows, most));
}

function timelineList(page, name, rows, most) {
  const title = counted(say(`due_list_${name}`), rows.length);
  const none = rows.length ? null : el("p", { class: "muted" }, say("timeline_nothing_next"));
  const note = name === "past" ? el("p", { class: "muted" }, say("timeline_past_note")) : null;
  const item = (row) => dueEntry(page, row, name);
  const list = listOfMost(`timeline-${name}`, rows, most, item);
  return el("section", { class: `due-list ${name}` }, el("h3", {}, title), note, none, ...list);
}

/** One thing that is due: when, what, who, how often; its words where it has no task. */
function dueEntry(page, { item, day, left, state }, place) {
  const key = `${place}-${item.plan}-${item.at[0]}-${day}`;
  const when = [
    el("b", {}, day === null ? say("due_state_undated") : isoOf(day)),
    day === null ? null : el("span", {}, daysLeft(left)),
  ];
  return el(
    "li",
    { class: `due-entry${item.task && item.task === page.state.selected ? " chosen" : ""}` },
    dueSign(state),
    el("div", { class: "when" }, ...when),
    el(
      "div",
      { class: "what" },
      dueLink(page, item, key),
      el("p", { class: "who" }, ...whoIsDue(page, item, key)),
      item.task ? null : excerpt(page.details.source, item.plan, item.at),
    ),
  );
}

function dueLink(page, item, key) {
  const title = dueTitle(page, item);
  if (!item.task) return el("span", {}, title);
  const attributes = { type: "button", class: "link", "data-key": `due-${key}` };
  const onclick = () => selectInTimeline(page, item.task);
  return el("button", { ...attributes, onclick }, title);
}

/** Who has to do it, as links where they are nodes; then how often, and of which plan it is. */
function whoIsDue(page, item, key) {
  const { plans } = page.model.about;
  const notes = joined(
    dueAgain(item),
    page.state.plan === null && plans.length > 1 && say("title", { title: plans[item.plan].title }),
  );
  const names = (item.who ?? []).map((body) => {
    const node = page.model.nodes.get(body);
    return node ? nodeLink(page, node, `who-${key}-${body}`) : el("span", {}, bodyName(page, body));
  });
  if (!names.length) names.push(el("span", {}, say("due_nobody")));
  return [...names, notes ? el("span", { class: "muted" }, notes) : null];
}

/** A name that leads to its node and keeps the focus. */
function nodeLink({ actions }, node, key) {
  const attributes = { type: "button", class: "link", "data-key": key };
  return el("button", { ...attributes, onclick: () => actions.select(node.id) }, dot(node), cut(node.label, MOST_DUE_NAME));
}

/** All days of everything, as a table that is made when it is opened. */
function timelineTable(page, due) {
  const heads = ["date", "state", "days", "what", "who", "again", "plan"];
  const left = due.length - MOST_TABLE_ROWS;
  const fill = () => [
    wideTable(
      heads.map((head) => say(`timeline_head_${head}`)),
      due.slice(0, MOST_TABLE_ROWS).map((row) => timelineCells(page, row)),
    ),
    ...(left > 0 ? [el("p", { class: "muted" }, say("folded_left_out", { n: left }))] : []),
  ];
  return folded("timeline-table", say("behind"), fill, "behind");
}

function timelineCells(page, { item, day, left, state }) {
  return [
    day === null ? "" : isoOf(day),
    dueStateName(state, page.data.timeline),
    left === null ? "" : String(left),
    dueTitle(page, item),
    dueNames(page, item),
    dueAgain(item),
    page.model.about.plans[item.plan].title,
  ];
}
