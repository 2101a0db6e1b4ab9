// The network of bodies: who is tied to whom by shared tasks, each place for itself.

const NETWORK_MARGIN = 12;
/** Above the bodies of a place, for its name. */
const CAPTION_ROOM = 28;
const WIDEST_TIE = 9;

/**
 * The network drawn: bodies as signs with names, ties as lines as wide as they count tasks. One
 * body and one tie can be reached by Tab, the others from them by arrow keys.
 */
class NetworkPicture {
  constructor(scene, page) {
    const boxes = networkBoxes(scene);
    this.boxes = new Map(scene.bodies.map(({ id }) => [id, boxes.get(id)]));
    Object.assign(this, { scene, page });
    this.marks = new Map(scene.bodies.map((node) => [`body-${node.id}`, this.drawBody(node)]));
    this.ties = new Map(scene.pairs.map((pair) => [tieKey(pair), this.drawTie(pair)]));
    this.element = this.draw();
    this.stop(this.marks, [...this.marks.keys()][0]);
  }

  draw() {
    const captions = this.captions();
    const all = around([...this.boxes.values()].map(edgesOfBox));
    const above = NETWORK_MARGIN + (captions.length ? CAPTION_ROOM : 0);
    const legend = networkLegend(this.scene, all.right - all.left);
    const below = 2 * NETWORK_MARGIN + legend.height;
    const frame = widened(all, NETWORK_MARGIN, above, below);
    const [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
    const attributes = {
      class: "network",
      role: "group",
      "aria-label": say("network_label"),
      viewBox: `${frame.left} ${frame.top} ${width} ${height}`,
      ...{ width, height },
      onclick: ({ target }) => this.choose(target.closest("[data-key]")),
      onkeydown: (event) => this.onKey(event),
    };
    const ties = [...this.ties.values()].reverse();
    const transform = `translate(${all.left} ${all.bottom + NETWORK_MARGIN})`;
    const key = svg("g", { class: "key", transform }, ...legend.items);
    const marks = [...ties, ...captions, ...this.marks.values(), key];
    const element = svg("svg", attributes, ...marks);
    element.style.setProperty("--width", width);
    element.style.setProperty("--height", height);
    return element;
  }

  /** The name of each place above its bodies, where there are several. */
  captions() {
    const groups = byPlace(this.scene.bodies);
    if (groups.length < 2) return [];
    return groups.map((nodes) => {
      const { left, right, top } = around(nodes.map(({ id }) => edgesOfBox(this.boxes.get(id))));
      const name = this.page.model.about.places[nodes[0].place];
      return svg("text", { class: "caption", x: (left + right) / 2, y: top - 14 }, name);
    });
  }

  drawTie(pair) {
    const { nodes } = this.page.model;
    const [a, b] = [pair.a, pair.b].map((id) => signPlace(this.boxes.get(id)));
    const label = pairLabel(this.page, nodes.get(pair.a), nodes.get(pair.b), pair.tasks);
    const ends = { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
    const width = tieWidth(pair.tasks, this.scene.most);
    return svg(
      "g",
      { class: "tie", ...markOf(tieKey(pair), label) },
      svg("title", {}, label),
      svg("line", { class: "reach", ...ends }),
      svg("line", { class: "line", "stroke-width": width, ...ends }),
    );
  }

  drawBody(node) {
    const box = this.boxes.get(node.id);
    const { x, y } = signPlace(box);
    const label = bodyLabel(this.page, node);
    const overloaded = node.load?.overloaded ? " overloaded" : "";
    const lines = box.lines.map((line, row) => {
      const base = y + box.half + 13 + row * NETWORK_LINE;
      return svg("tspan", { x, y: base }, line);
    });
    return svg(
      "g",
      { class: `body ${node.group}${overloaded}`, ...markOf(`body-${node.id}`, label) },
      svg("title", {}, label),
      svg("path", { d: signPath(node, x, y, box.half) }),
      svg("text", {}, ...lines),
    );
  }

  onKey(event) {
    const mark = event.target.closest("[data-key]");
    const step = MATRIX_STEPS[event.key];
    if (!mark) return;
    if (event.key === "Enter" || event.key === " ") this.choose(mark);
    else if (step) this.walk(mark.dataset.key, step);
    else return;
    event.preventDefault();
  }

  walk(key, step) {
    if (this.ties.has(key)) this.focus(this.ties, this.nextTie(key, step[0] + step[1]));
    else this.focus(this.marks, this.nextBody(key, step));
  }

  /** The tie before or after one, of those that are not faded. */
  nextTie(key, step) {
    const open = [...this.ties.keys()].filter((one) => this.isOpen(one));
    return open[(open.indexOf(key) + step + open.length) % open.length];
  }

  /** The nearest body in a direction. */
  nextBody(key, [down, right]) {
    const from = signPlace(this.boxes.get(idOfMark(key)));
    const reach = [...this.boxes].map(([id, box]) => {
      const { x, y } = signPlace(box);
      const along = (x - from.x) * right + (y - from.y) * down;
      const across = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
      return { id, far: along > 0 && across <= 2 * along ? along + across : Infinity };
    });
    const nearest = reach.reduce((best, one) => (one.far < best.far ? one : best));
    return nearest.far === Infinity ? key : `body-${nearest.id}`;
  }

  focus(marks, key) {
    this.stop(marks, key);
    marks.get(key).focus();
  }

  /** Makes a body or a tie the one of its kind that Tab reaches. */
  stop(marks, key) {
    for (const [other, mark] of marks) mark.setAttribute("tabindex", other === key ? "0" : "-1");
  }

  choose(mark) {
    if (!mark) return;
    const { key } = mark.dataset;
    const { actions } = this.page;
    this.stop(this.ties.has(key) ? this.ties : this.marks, key);
    if (this.ties.has(key)) actions.selectPair(pairOfKey(key));
    else actions.select(idOfMark(key));
  }

  /** Marks the unit selected with its ties and partners, and the pair chosen; fades the rest. */
  mark({ selected, pair }) {
    this.selected = this.boxes.has(selected) ? selected : null;
    for (const [key, tie] of this.ties) {
      tie.classList.toggle("faded", !this.isOpen(key));
      press(tie, isPair(pair, ...pairOfKey(key)));
    }
    const near = this.selected === null ? null : this.scene.counts.get(selected);
    for (const [key, body] of this.marks) {
      const id = idOfMark(key);
      const isNear = near === null || id === selected || near.get(id) >= this.scene.least;
      body.classList.toggle("faded", !isNear);
      press(body, id === selected);
    }
    const open = [...this.ties.keys()].filter((key) => this.isOpen(key));
    this.stop(this.ties, open.find((key) => isPair(pair, ...pairOfKey(key))) ?? open[0]);
  }

  isOpen(key) {
    return this.selected === null || pairOfKey(key).includes(this.selected);
  }
}

/** What every mark of the network has: where it stands in the order of Tab, what it is called. */
function markOf(key, label) {
  return { role: "button", tabindex: "-1", "data-key": key, "aria-label": label };
}

function tieKey({ a, b }) {
  return `tie-${a}-${b}`;
}

function pairOfKey(key) {
  return key.split("-").slice(1).map(Number);
}

function idOfMark(key) {
  return Number(key.split("-")[1]);
}

function bodyLabel(page, node) {
  const load = node.load && `${say("load")} ${number(node.load.load)}`;
  return joined(fullName(page, node), load, node.load?.overloaded && say("overloaded"));
}
