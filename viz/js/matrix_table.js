// The matrix as a table of which only the cells with shared tasks are drawn, walked by arrow keys.

/** The widest name that is shown whole, in Chinese characters; longer ones are cut. */
const MOST_NAME_LETTERS = 16;
const MOST_HEAD_LETTERS = 12;

const MATRIX_STEPS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Rows and columns are numbered as the bodies are; the names stand in row and column -1. One mark
 * at a time can be reached by Tab, the others from it by arrow keys, which pass over what is empty.
 */
class MatrixTable {
  constructor(scene, page) {
    Object.assign(this, { scene, page, cells: new Map() });
    this.letters = Math.max(0, ...scene.bodies.map((body) => lettersIn(fullName(page, body))));
    this.table = this.drawTable();
    this.bands = ["row", "column"].map((name) => el("i", { class: `band ${name}` }));
    this.element = el("div", { class: "matrix" }, this.table, ...this.drawLines(), ...this.bands);
    this.measure();
    this.stop(this.at(0, -1));
  }

  measure() {
    const { bodies } = this.scene;
    const names = Math.min(MOST_NAME_LETTERS, this.letters);
    const heads = Math.max(0, ...bodies.map(({ label }) => lettersIn(label)));
    const { style } = this.element;
    style.setProperty("--count", bodies.length);
    style.setProperty("--name-letters", names);
    style.setProperty("--head-letters", Math.min(MOST_HEAD_LETTERS, heads));
  }

  drawTable() {
    const attributes = {
      role: "grid",
      "aria-label": say("matrix_label"),
      onclick: ({ target }) => this.choose(target.closest("[data-key]")),
      onkeydown: (event) => this.onKey(event),
      onpointerover: ({ target }) => this.point(target.closest("[data-key]")),
    };
    const rows = this.scene.bodies.map((_, row) => this.drawRow(row));
    return el("table", attributes, el("thead", {}, this.drawHeads()), el("tbody", {}, ...rows));
  }

  drawHeads() {
    const heads = this.scene.bodies.map((body, column) => {
      const name = el("span", {}, body.label);
      return this.cell("th", -1, column, { scope: "col" }, name);
    });
    return el("tr", {}, el("td", { class: "corner" }), ...heads);
  }

  drawRow(row) {
    const { bodies, counts, least, most } = this.scene;
    const body = bodies[row];
    const name = el("span", {}, fullName(this.page, body));
    const cells = [this.cell("th", row, -1, { scope: "row" }, name, dot(body))];
    let blanks = 0;
    const fill = () => {
      if (blanks) cells.push(el("td", { colspan: blanks }));
      blanks = 0;
    };
    bodies.forEach((other, column) => {
      const tasks = counts.get(body.id).get(other.id) ?? 0;
      if (tasks < least && other !== body) {
        blanks += 1;
        return;
      }
      fill();
      if (other === body) cells.push(el("td", { class: "self" }));
      else cells.push(this.countCell(row, column, tasks, shadeOf(tasks, most)));
    });
    fill();
    return el("tr", {}, ...cells);
  }

  countCell(row, column, tasks, shade) {
    const { bodies } = this.scene;
    const label = pairLabel(this.page, bodies[row], bodies[column], tasks);
    const attributes = { class: `shade${shade}`, "aria-label": label };
    return this.cell("td", row, column, attributes, String(tasks));
  }

  /** A mark that can be reached; `data-key` tells where it stands. */
  cell(tag, row, column, attributes, ...children) {
    const key = `${row}/${column}`;
    const mark = el(tag, { ...attributes, tabindex: "-1", "data-key": key }, ...children);
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
    const { length } = this.scene.bodies;
    let [row, column] = placeOf(mark);
    do {
      row += down;
      column += right;
    } while (row >= -1 && column >= -1 && row < length && column < length && !this.at(row, column));
    if (this.at(row, column)) this.focus(this.at(row, column));
  }

  at(row, column) {
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
    for (const mark of this.table.querySelectorAll("[aria-selected]"))
      mark.removeAttribute("aria-selected");
    const [a, b] = (pair ?? []).map((id) => bodies.findIndex((node) => node.id === id));
    for (const [row, column] of [[number, -1], [-1, number], [a, b], [b, a]])
      this.at(row, column)?.setAttribute("aria-selected", "true");
  }
}

function placeOf(mark) {
  return mark.dataset.key.split("/").map(Number);
}
