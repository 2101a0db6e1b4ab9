// The matrix: a grid of which only the cells with shared tasks are drawn, walked by arrow keys.

/** The widest name that is shown whole, in Chinese characters; longer ones are cut. */
const MOST_NAME_LETTERS = 16;
const MOST_HEAD_LETTERS = 12;

const MATRIX_STEPS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Rows that are filled at once; the others are when they come near the window. */
const FIRST_ROWS = 40;
const NEAR_WINDOW = "400px";

/**
 * Rows and columns are numbered as the bodies are; the names stand in row and column -1. One mark
 * at a time can be reached by Tab, the others from it by arrow keys, which pass over what is empty.
 */
class MatrixGrid {
  constructor(scene, page, container) {
    Object.assign(this, { scene, page, cells: new Map(), unfilled: new Map() });
    this.grid = this.drawGrid();
    this.bands = ["row", "column"].map((name) => el("i", { class: `band ${name}` }));
    this.element = el("div", { class: "matrix" }, this.grid, ...this.drawLines(), ...this.bands);
    this.measure();
    this.stop(this.at(0, -1));
    this.fillNear(container);
  }

  measure() {
    const { bodies } = this.scene;
    const { style } = this.element;
    const names = bodies.map((body) => lettersIn(fullName(this.page, body)));
    const heads = bodies.map(({ label }) => lettersIn(label));
    style.setProperty("--count", bodies.length);
    style.setProperty("--name-letters", Math.min(MOST_NAME_LETTERS, Math.max(...names)));
    style.setProperty("--head-letters", Math.min(MOST_HEAD_LETTERS, Math.max(...heads)));
  }

  drawGrid() {
    const { bodies } = this.scene;
    const attributes = {
      role: "grid",
      "aria-label": say("matrix_label"),
      "aria-rowcount": bodies.length + 1,
      "aria-colcount": bodies.length + 1,
      onclick: ({ target }) => this.choose(target.closest("[data-key]")),
      onkeydown: (event) => this.onKey(event),
      onpointerover: ({ target }) => this.point(target.closest("[data-key]")),
    };
    return el("div", attributes, this.drawHeads(), ...bodies.map((_, row) => this.drawRow(row)));
  }

  drawHeads() {
    const heads = this.scene.bodies.map((body, column) =>
      this.cell("columnheader", -1, column, {}, el("span", {}, body.label)),
    );
    const corner = el("div", { class: "corner" });
    return el("div", { role: "row", class: "heads", "aria-rowindex": 1 }, corner, ...heads);
  }

  drawRow(row) {
    const name = el("span", {}, fullName(this.page, this.scene.bodies[row]));
    const head = this.cell("rowheader", row, -1, {}, name, dot(this.scene.bodies[row]));
    const element = el("div", { role: "row", "aria-rowindex": row + 2 }, head);
    this.unfilled.set(row, element);
    if (row < FIRST_ROWS) this.fill(row);
    return element;
  }

  /** Draws the cells of a row, once. */
  fill(row) {
    const element = this.unfilled.get(row);
    if (!this.unfilled.delete(row)) return;
    const { bodies } = this.scene;
    bodies.forEach((_, column) => {
      if (row === column) element.append(inColumn(el("div", { class: "self" }), column));
      else if (this.counts(row, column)) element.append(this.countCell(row, column));
    });
  }

  fillNear(container) {
    const rows = new Map([...this.unfilled].map(([row, element]) => [element, row]));
    const options = { root: container, rootMargin: NEAR_WINDOW };
    const near = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        this.fill(rows.get(target));
      }
    }, options);
    for (const element of rows.keys()) near.observe(element);
  }

  /** How many tasks the bodies of a row and a column share, where these are enough. */
  counts(row, column) {
    const { bodies, counts, least } = this.scene;
    const tasks = counts.get(bodies[row].id).get(bodies[column].id) ?? 0;
    return tasks >= least ? tasks : 0;
  }

  countCell(row, column) {
    const { bodies, most } = this.scene;
    const tasks = this.counts(row, column);
    const label = pairLabel(this.page, bodies[row], bodies[column], tasks);
    const attributes = { class: `shade${shadeOf(tasks, most)}`, "aria-label": label };
    return this.cell("gridcell", row, column, attributes, String(tasks));
  }

  /** A mark that can be reached; `data-key` tells where it stands. */
  cell(role, row, column, attributes, ...children) {
    const key = `${row}/${column}`;
    const place = { role, tabindex: "-1", "data-key": key, "aria-colindex": column + 2 };
    const mark = inColumn(el("div", { ...place, ...attributes }, ...children), column);
    this.cells.set(key, mark);
    return mark;
  }

  /** A line in both directions before each body with which a community begins. */
  drawLines() {
    return groupStarts(this.scene, this.page.state).flatMap((number) =>
      ["row", "column"].map((direction) => {
        const line = el("i", { class: `begins ${direction}` });
        line.style.setProperty("--at", number);
        return line;
      }),
    );
  }

  /** Makes a mark the one that Tab reaches. */
  stop(mark) {
    this.stopped?.setAttribute("tabindex", "-1");
    this.stopped = mark;
    mark?.setAttribute("tabindex", "0");
  }

  onKey(event) {
    const mark = event.target.closest("[data-key]");
    if (!mark) return;
    const step = MATRIX_STEPS[event.key];
    if (event.key === "Enter" || event.key === " ") this.choose(mark);
    else if (step) this.walk(mark, step);
    else if (event.key === "Home") this.focus(this.at(placeOf(mark)[0], -1) ?? mark);
    else return;
    event.preventDefault();
  }

  /** To the next mark in a direction, over what is empty. */
  walk(mark, [down, right]) {
    let [row, column] = placeOf(mark);
    do {
      row += down;
      column += right;
    } while (this.isInside(row, column) && !this.isMark(row, column));
    if (this.isInside(row, column)) this.focus(this.at(row, column));
  }

  isInside(row, column) {
    const { length } = this.scene.bodies;
    return Math.min(row, column) >= -1 && Math.max(row, column) < length && row + column > -2;
  }

  isMark(row, column) {
    return row < 0 || column < 0 || this.counts(row, column) > 0;
  }

  at(row, column) {
    this.fill(row);
    return this.cells.get(`${row}/${column}`);
  }

  focus(mark) {
    this.stop(mark);
    mark.focus();
  }

  choose(mark) {
    if (!mark) return;
    this.stop(mark);
    const { bodies } = this.scene;
    const { actions } = this.page;
    const [row, column] = placeOf(mark).map((number) => bodies[number]);
    if (row && column) actions.selectPair([row.id, column.id]);
    else actions.select((row ?? column).id);
  }

  /** Says what the pointer is over; only then, since a title on each of many cells is slow. */
  point(mark) {
    if (!mark || mark.title) return;
    const node = this.scene.bodies[Math.max(...placeOf(mark))];
    mark.title = mark.getAttribute("aria-label") ?? fullName(this.page, node);
  }

  /** Marks the row and column of the unit selected, and the cells of the pair chosen. */
  mark({ selected, pair }) {
    const { bodies } = this.scene;
    const number = bodies.findIndex(({ id }) => id === selected);
    for (const band of this.bands) {
      band.hidden = number < 0;
      band.style.setProperty("--at", number);
    }
    for (const mark of this.grid.querySelectorAll("[aria-selected]"))
      mark.removeAttribute("aria-selected");
    const [a, b] = (pair ?? []).map((id) => bodies.findIndex((node) => node.id === id));
    for (const [row, column] of [[number, -1], [-1, number], [a, b], [b, a]])
      this.at(row, column)?.setAttribute("aria-selected", "true");
  }
}

/** Puts an element into a column of its row; the first column of all holds the names. */
function inColumn(element, column) {
  element.style.gridColumnStart = column + 2;
  return element;
}

function placeOf(mark) {
  return mark.dataset.key.split("/").map(Number);
}
