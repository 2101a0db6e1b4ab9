// The view "timeline": what is due in which month, for whom, how urgent it is on a day.

const timelineView = {
  key: "timeline",
  options: {
    /** The day to judge by, in ISO 8601; empty: that of the page, else the reader's own. */
    today: "",
    timelineRows: "units",
    /** The body that the timeline is narrowed to while a task is selected; 0: none. */
    timelineUnit: 0,
    /** The mark whose days are listed beside it. */
    timelineMark: "",
    /** The states that are not shown. */
    timelineHidden: [],
  },
  choices: { timelineRows: ["units", "tasks"], timelineHidden: DUE_STATES },
  has: ({ model }) => model.about.plans.length > 0,
  show(container, page) {
    this.timeline ??= new Timeline(container);
    this.timeline.show(page);
  },
  picture() {
    return this.timeline.picture();
  },
};

/** How far to the right of the view the day may stand at first. */
const TODAY_SHARE = 0.75;
const LEAST_PICTURE_WIDTH = 900;

/** The parts of the view, made once, so that the field of the day is not taken from the reader. */
class Timeline {
  constructor(container) {
    this.bar = el("div", { class: "due-filters" });
    this.day = el("input", { type: "date", id: "due-day", min: "0001-01-01", max: "9999-12-31" });
    this.label = el("label", { for: "due-day" });
    this.scroller = el("div", { class: "due-scroller" });
    this.opened = el("div", { class: "due-opened", hidden: true });
    this.chart = el("div", { class: "due-chart" }, this.scroller, this.opened);
    this.lists = el("div", { class: "due-lists" });
    this.notes = el("div", {});
    const head = el("div", { class: "due-day" }, this.label, this.day);
    container.append(el("div", { class: "due-bar" }, head, this.bar), this.chart, this.lists, this.notes);
    this.listen();
  }

  listen() {
    this.day.addEventListener("change", () => this.choose(this.day.value));
    this.scroller.addEventListener("scroll", () => this.keepNames());
    this.chart.addEventListener("keydown", (event) => this.onKey(event));
    wireTimelineKeys(this.scroller);
    new ResizeObserver(() => this.fitWidth()).observe(this.chart);
  }

  /** A day that is chosen; none, when the field was emptied: the first one again. */
  choose(text) {
    const { actions, model } = this.page;
    const isFirst = text === isoOf(firstDay(model.about));
    actions.change({ today: isFirst ? "" : text, timelineMark: "" });
  }

  show(page) {
    this.page = page;
    const { state, model, data } = page;
    const { about } = model;
    this.today = dayNamed(state.today) ?? firstDay(about);
    const isOther = this.scheduled !== this.today;
    if (isOther) this.rows = scheduleOn(data.timeline, about.plans, this.today);
    this.scheduled = this.today;
    this.unit = unitOfTimeline(page);
    this.due = dueShown(page, this.rows, this.unit);
    this.label.textContent = say("timeline_day");
    if (this.day.value !== isoOf(this.today)) this.day.value = isoOf(this.today);
    refill(this.bar, ...timelineFilters(page, dueFor(page, this.rows, this.unit), this.unit));
    this.draw();
    if (isOther) this.scrollToDay();
    refill(this.lists, ...timelineLists(page, this.due));
    refill(this.notes, ...timelineNotes(page), timelineTable(page, this.due));
  }

  draw() {
    const { page, scroller } = this;
    const byTask = this.unit !== null || page.state.timelineRows === "tasks";
    const every = timelineRows(page, this.due, byTask);
    const rows = every.slice(0, MOST_TIMELINE_ROWS);
    const left = every.length - rows.length;
    this.width = this.chart.clientWidth;
    this.shownRows = rows;
    this.scene = timelineScene(page, rows, this.today, this.width);
    const stop = scroller.querySelector('[tabindex="0"]')?.dataset.key;
    const none = el("p", { class: "muted" }, say("timeline_without_days"));
    refill(
      scroller,
      rows.length ? drawTimeline(page, this.scene) : none,
      left ? el("p", { class: "muted" }, say("timeline_left_out", { n: rows.length, left })) : null,
    );
    stopAtMark(scroller, stop);
    this.keepNames();
    this.listOpened();
  }

  /** Brings the day into sight where the months are wider than the view. */
  scrollToDay() {
    const { columns, width } = this.scene;
    const x = placeOfDay(columns, this.today);
    if (x > width * TODAY_SHARE) this.scroller.scrollLeft = x - width * TODAY_SHARE;
  }

  /** What a mark of several stands for, beside it. */
  listOpened() {
    const { page, opened, scene } = this;
    const marks = scene.lines.flatMap((line) => line.marks.map((mark) => ({ ...mark, ...line })));
    const mark = marks.find(({ key, due }) => key === page.state.timelineMark && due.length > 1);
    opened.hidden = !mark;
    if (!mark) return;
    const close = { type: "button", class: "close", "data-key": "close-mark", "aria-label": say("close") };
    const onclick = () => this.close();
    refill(
      opened,
      el("button", { ...close, onclick }, "×"),
      el("h3", {}, mark.row.name),
      ...listOfMost("timeline-mark", mark.due, MOST_NEXT, (row) => dueEntry(page, row, "mark")),
    );
    const x = Math.max(0, mark.x - this.scroller.scrollLeft - opened.offsetWidth / 2);
    opened.style.left = `${Math.min(x, this.width - opened.offsetWidth)}px`;
    opened.style.top = `${mark.y + ROW_HEIGHT}px`;
  }

  close() {
    const { timelineMark } = this.page.state;
    this.page.actions.change({ timelineMark: "" });
    this.scroller.querySelector(`[data-key="${CSS.escape(`mark-${timelineMark}`)}"]`)?.focus();
  }

  onKey(event) {
    if (event.key !== "Escape" || this.opened.hidden) return;
    event.stopPropagation();
    this.close();
  }

  /** The names stay where they are when the months are scrolled. */
  keepNames() {
    const names = this.scroller.querySelector(".names");
    if (names) names.style.transform = `translateX(${this.scroller.scrollLeft}px)`;
  }

  fitWidth() {
    if (this.chart.clientWidth && this.chart.clientWidth !== this.width) this.draw();
  }

  /** The whole chart, whatever part of it is in sight; nothing where nothing has a day. */
  picture() {
    const width = Math.max(this.width, LEAST_PICTURE_WIDTH);
    const scene = timelineScene(this.page, this.shownRows, this.today, width);
    return this.shownRows.length ? drawTimeline(this.page, scene) : null;
  }
}

/** The day of the page, or the reader's own. */
function firstDay({ today }) {
  return dayNamed(today) ?? readersDay();
}

/** How many are in each state, to show or hide; what the rows are; the unit that is looked at. */
function timelineFilters(page, due, unit) {
  const states = DUE_STATES.filter(
    (state) => state !== "undated" || due.some((row) => row.state === state),
  ).map((state) => stateFilter(page, state, due));
  const rows = ["units", "tasks"].map((timelineRows) => {
    const attributes = {
      type: "button",
      "data-key": `rows-${timelineRows}`,
      "aria-pressed": String(page.state.timelineRows === timelineRows),
      onclick: () => page.actions.change({ timelineRows, timelineMark: "" }),
    };
    return el("button", attributes, say(`timeline_by_${timelineRows}`));
  });
  return [
    el("div", { class: "due-states", role: "group", "aria-label": say("timeline_states") }, ...states),
    unit
      ? unitFilter(page, unit)
      : el("div", { class: "buttons", role: "group", "aria-label": say("timeline_rows") }, ...rows),
  ];
}

function stateFilter({ state, actions, data }, name, due) {
  const hidden = state.timelineHidden.includes(name);
  const others = state.timelineHidden.filter((other) => other !== name);
  const attributes = {
    type: "button",
    class: "chip",
    "data-key": `state-${name}`,
    "aria-pressed": String(!hidden),
    onclick: () =>
      actions.change({ timelineHidden: hidden ? others : [...others, name], timelineMark: "" }),
  };
  const count = due.filter((row) => row.state === name).length;
  return el(
    "button",
    attributes,
    dueSign(name),
    el("span", {}, dueStateName(name, data.timeline)),
    el("b", {}, String(count)),
  );
}

function unitFilter({ actions }, unit) {
  const attributes = {
    type: "button",
    "data-key": "unit-of-timeline",
    onclick: () => actions.change({ timelineUnit: 0, timelineMark: "", selected: null, edge: null }),
  };
  const button = el("button", attributes, say("timeline_all_units"));
  return el("div", { class: "buttons unit-filter" }, el("b", {}, dot(unit), unit.label), button);
}

function timelineNotes({ data }) {
  const notes = [say("timeline_again_note", data.timeline), say("timeline_done_note"), say("timeline_keys")];
  return notes.map((note) => el("p", { class: "muted" }, note));
}
