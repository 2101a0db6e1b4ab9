// The timeline as a picture: a row a unit or task, a column a month, marks on the days.

const ROW_HEIGHT = 30;
/** Room for the years, the months and the name of the day. */
const TIMELINE_HEAD = 62;
const YEAR_LINE = 15;
const MONTH_LINE = 33;
const LEGEND_LINE = 24;
const LEGEND_LEFT = 6;
const TIMELINE_LETTER = 13;
const END_MARGIN = 20;
const NAME_MARGIN = 16;

/** What is to be drawn, with its places: columns, lines of rows with their marks, the day. */
function timelineScene(page, rows, today, width) {
  const left = nameWidth(rows, width);
  const days = [today, ...rows.flatMap(({ due }) => due.map(({ day }) => day))];
  const columns = placedColumns(monthColumns(days), left, width - left - END_MARGIN);
  const lines = timelineLines(page, rows).map((line) => ({
    ...line,
    marks: line.row ? marksOf(line.row, columns) : [],
  }));
  const last = columns[columns.length - 1];
  const foot = TIMELINE_HEAD + lines.length * ROW_HEIGHT;
  return { today, width, left, columns, lines, foot, end: last.x + last.width };
}

/** The picture as an SVG element; `.names` in it is the group of names, which stays in sight. */
function drawTimeline(page, scene) {
  const legend = timelineLegend(page.data.timeline, scene);
  const [width, height] = [scene.end + END_MARGIN, scene.foot + legend.height];
  const box = { width, height, viewBox: `0 0 ${width} ${height}` };
  return svg(
    "svg",
    { ...box, class: "timeline", role: "group", "aria-label": say("timeline_label") },
    timelineGrid(scene),
    timelineToday(scene),
    ...scene.lines.map((line) => rowMarks(page, line, scene)),
    timelineNames(page, scene),
    legend.element,
  );
}

/** Room for the longest name, but not more than a part of the width. */
function nameWidth(rows, width) {
  const longest = Math.max(6, ...rows.map(({ name }) => lettersIn(name)));
  return Math.round(Math.min(longest * TIMELINE_LETTER + NAME_MARGIN, 300, width * 0.32));
}

/** Rows with their `y`; where they are of several places, a line with the name before each. */
function timelineLines({ model }, rows) {
  const several = new Set(rows.map(({ place }) => place)).size > 1;
  const lines = rows.flatMap((row, number) => {
    const isNew = several && row.place !== rows[number - 1]?.place;
    return isNew ? [{ title: model.about.places[row.place] }, { row }] : [{ row }];
  });
  return lines.map((line, number) => ({ ...line, y: TIMELINE_HEAD + number * ROW_HEIGHT }));
}

function timelineGrid({ columns, lines, foot, left, end }) {
  const parts = columns.flatMap((column, number) => {
    const { x, width, gap, month } = column;
    const middle = x + width / 2;
    if (gap) return gapParts(column, middle, foot);
    const isYear = number === 0 || month % 12 === 0 || columns[number - 1].gap;
    const top = isYear ? 2 : MONTH_LINE + 6;
    return [
      svg("line", { class: isYear ? "year" : "month", x1: x, x2: x, y1: top, y2: foot }),
      isYear
        ? svg("text", { class: "year", x: x + 5, y: YEAR_LINE }, String(Math.floor(month / 12)))
        : null,
      svg("text", { x: middle, y: MONTH_LINE, "text-anchor": "middle" }, monthName(month)),
    ];
  });
  const across = lines.map(({ y }) => svg("line", { x1: left, x2: end, y1: y, y2: y }));
  return svg("g", { class: "grid" }, ...parts, ...across);
}

function gapParts({ x, width, gap }, middle, foot) {
  const box = { class: "gap", x, y: TIMELINE_HEAD, width, height: foot - TIMELINE_HEAD };
  return [
    svg("rect", box, svg("title", {}, say("timeline_gap", { n: gap }))),
    svg("text", { x: middle, y: MONTH_LINE, "text-anchor": "middle" }, "⋯"),
  ];
}

function timelineToday({ columns, today, foot, left, end }) {
  const x = placeOfDay(columns, today);
  const text = say("timeline_today", { day: isoOf(today) });
  const width = lettersIn(text) * TIMELINE_LETTER + 12;
  const from = Math.max(left, Math.min(end - width, x - width / 2));
  const box = { x: from, y: TIMELINE_HEAD - 22, width, height: 19, rx: 9 };
  return svg(
    "g",
    { class: "today" },
    svg("line", { x1: x, x2: x, y1: TIMELINE_HEAD - 6, y2: foot }),
    svg("rect", box),
    svg("text", { x: from + width / 2, y: TIMELINE_HEAD - 8, "text-anchor": "middle" }, text),
  );
}

function rowMarks(page, { row, marks, y }, { columns }) {
  const middle = y + ROW_HEIGHT / 2;
  return svg(
    "g",
    {},
    row ? recurringLine(row, columns, middle) : null,
    ...marks.map((mark) => dueMark(page, row, mark, middle)),
  );
}

/** A line from the first to the last day of what recurs in a row. */
function recurringLine({ due }, columns, y) {
  const again = due.filter(({ item }) => dueAgain(item) && !item.event);
  if (again.length < 2) return null;
  const [first, last] = [again[0], again[again.length - 1]].map(({ day }) =>
    placeOfDay(columns, day),
  );
  return svg("line", { class: "again", x1: first, x2: last, y1: y, y2: y });
}

/** The mark of one or several days. Several are listed beside it when it is open. */
function dueMark(page, row, { key, x, due, state }, y) {
  const { selected, timelineMark } = page.state;
  const chosen = timelineMark === key || due.some(({ item }) => item.task === selected);
  const attributes = {
    class: `mark${chosen ? " chosen" : ""}`,
    role: "button",
    tabindex: -1,
    "data-key": `mark-${key}`,
    "data-x": x,
    "data-y": y,
    "aria-label": markLabel(page, row, due),
    "aria-expanded": due.length > 1 ? String(timelineMark === key) : null,
    onclick: () => openMark(page, key, due),
  };
  const area = { class: "area", x: x - 9, y: y - 12, width: markWidth(due.length), height: 24 };
  const count = { class: "count", x: x + 9, y: y + 4 };
  return svg(
    "g",
    attributes,
    svg("rect", { ...area, rx: 5 }),
    dueShape(state, x, y),
    due.length > 1 ? svg("text", count, String(due.length)) : null,
    svg("title", {}, markLabel(page, row, due)),
  );
}

function markLabel(page, { name }, due) {
  const parts = due
    .slice(0, 3)
    .map(({ item, day, state }) =>
      joined(isoOf(day), dueStateName(state, page.data.timeline), dueTitle(page, item)),
    );
  const more = due.length > 3 ? say("timeline_more", { n: due.length - 3 }) : null;
  const head = joined(name, due.length > 1 && due.length);
  return [head, ...parts, more].filter(Boolean).join("\n");
}

/** Selects the task of a mark; what a mark of several stands for is listed beside it. */
function openMark(page, key, due) {
  const task = due.map(({ item }) => item.task).find(Boolean) ?? page.state.selected;
  selectInTimeline(page, task, { timelineMark: page.state.timelineMark === key ? "" : key });
}

/** Selects a task without leaving the unit that the timeline is narrowed to. */
function selectInTimeline(page, id, changes = {}) {
  const timelineUnit = unitOfTimeline(page)?.id ?? 0;
  page.actions.change({ ...changes, timelineUnit, selected: id, edge: null, pair: null });
}

function timelineNames(page, { lines, left, foot }) {
  return svg(
    "g",
    { class: "names" },
    svg("rect", { class: "ground", x: 0, y: 0, width: left - 1, height: foot }),
    ...lines.flatMap((line) => [
      svg("line", { class: "row", x1: 0, x2: left, y1: line.y, y2: line.y }),
      line.row ? timelineName(page, line, left) : placeTitle(line),
    ]),
  );
}

function placeTitle({ title, y }) {
  return svg("text", { class: "place", x: 6, y: y + ROW_HEIGHT / 2 + 5 }, title);
}

function timelineName(page, { row, y }, left) {
  const text = { x: 6, y: y + ROW_HEIGHT / 2 + 5 };
  const [shown] = breakLines(row.name, (left - NAME_MARGIN) / TIMELINE_LETTER, 1);
  const name = svg("text", text, shown, svg("title", {}, row.name));
  if (!row.node) return name;
  const chosen = row.node.id === page.state.selected;
  return svg(
    "g",
    {
      class: `name${chosen ? " chosen" : ""}`,
      role: "button",
      tabindex: -1,
      "data-key": `name-${row.key}`,
      "data-x": 0,
      "data-y": y + ROW_HEIGHT / 2,
      "aria-label": row.name,
      onclick: () => selectInTimeline(page, row.node.id),
    },
    svg("rect", { class: "area", x: 1, y: y + 2, width: left - 4, height: ROW_HEIGHT - 4, rx: 4 }),
    name,
  );
}

/** What the signs mean, in as many lines as the chart and its place are wide. */
function timelineLegend(timing, { width, end, foot }) {
  const most = Math.min(width, end + END_MARGIN);
  const entries = [
    ...DUE_STATES.filter((state) => state !== "undated").map((state) => ({
      name: dueStateName(state, timing),
      sign: (x, y) => dueShape(state, x + 7, y),
    })),
    { name: say("timeline_again"), sign: againSign },
  ];
  const lengths = entries.map(({ name }) => 34 + lettersIn(name) * TIMELINE_LETTER);
  const places = inLines(lengths, most - LEGEND_LEFT, LEGEND_LINE);
  const parts = entries.flatMap(({ name, sign }, number) => {
    const x = LEGEND_LEFT + places[number][0];
    const y = foot + LEGEND_LINE + places[number][1];
    return [sign(x, y - 4), svg("text", { x: x + 20, y }, name)];
  });
  const [, last] = places.at(-1);
  return { element: svg("g", { class: "legend" }, ...parts), height: LEGEND_LINE + last + 12 };
}

function againSign(x, y) {
  return svg("line", { class: "again", x1: x, x2: x + 16, y1: y, y2: y });
}
