// The picture: vis-network draws nodes and edges, labels.js the names.

const LEAST_SCALE = 0.04;
const MOST_SCALE = 6;
const FIT_SCALE = 1.25;
/** Below this scale a selection is drawn nearer, and a neighbourhood is not shown whole. */
const LEGIBLE_SCALE = 0.7;
/** Room around nodes for their names. */
const NAMES = { side: 55, above: 20, below: 36 };
const ZOOM_STEP = 1.3;
/** So many lines are drawn while the picture moves; more would make it stumble. */
const MOST_MOVING = 1200;

/**
 * What is drawn is `marks` {key, x, y, size, node or aggregate}; `labels` are their names as they
 * were last placed. `at` is the mark that the keyboard has come to.
 */
class Graph {
  constructor(container, model, options, actions) {
    Object.assign(this, { container, model, options, actions });
    this.aggregates = aggregatesOf(model);
    this.whole = { nodes: new Rows(), edges: new Rows() };
    this.near = null;
    this.frames = [];
    this.at = null;
    this.pointed = null;
    this.clicked = false;
    this.labels = [];
    this.palette = readPalette();
    const data = { nodes: this.whole.nodes.set, edges: this.whole.edges.set };
    this.network = new vis.Network(container, data, options);
    this.canvas.parentElement.tabIndex = -1;
    this.listen();
  }

  listen() {
    const { network, container, actions } = this;
    network.on("click", (event) => this.onClick(event));
    network.on("doubleClick", ({ nodes }) => {
      const node = this.markOf(nodes[0])?.node;
      if (node) actions.open(node.id);
    });
    network.on("hoverNode", ({ node }) => this.point(node));
    network.on("blurNode", () => this.point(null));
    network.on("hoverEdge", () => container.classList.add("pointing"));
    network.on("blurEdge", () => container.classList.remove("pointing"));
    network.on("zoom", () => this.zoom(1));
    for (const moved of ["dragEnd", "resize"]) network.on(moved, () => this.relabel());
    network.on("beforeDrawing", (ctx) => this.drawUnder(ctx));
    network.on("afterDrawing", (ctx) => this.drawOver(ctx));
    container.addEventListener("keydown", (event) => this.onKey(event));
    container.addEventListener("focusout", () => this.goTo(null));
  }

  onClick({ nodes, edges, pointer }) {
    this.clicked = true;
    this.at = null;
    if (nodes.length) this.take(this.markOf(nodes[0]));
    else if (edges.length) this.takeLine(edges[0]);
    else if (!this.near) this.takeGround(pointer.canvas);
    this.clicked = false;
  }

  /** Chooses what a mark stands for: a node is selected, an aggregate unfolds. */
  take({ node, aggregate }) {
    if (node) this.actions.select(node.id);
    else this.actions.change({ unfolded: [...this.state.unfolded, aggregate.key] });
  }

  takeLine(key) {
    const id = edgeOf(key);
    if (this.model.edges.has(id)) this.actions.selectEdge(id);
  }

  /** A click beside all marks folds what has its caption there, or leaves the selection. */
  takeGround(point) {
    const boxes = captionBoxes(this.frames, this.network.getScale());
    const caption = boxes.find((box) => box.folds && within(squareOf({ ...point, size: 0 }), box));
    if (caption) this.fold(caption.folds);
    else this.actions.select(null);
  }

  fold(key) {
    this.actions.change({ unfolded: this.state.unfolded.filter((other) => other !== key) });
  }

  onKey(event) {
    const act = {
      Enter: () => this.at && this.take(this.at),
      " ": () => this.at && this.take(this.at),
      "+": () => this.zoom(ZOOM_STEP),
      "=": () => this.zoom(ZOOM_STEP),
      "-": () => this.zoom(1 / ZOOM_STEP),
      0: () => this.fit(),
    }[event.key];
    const direction = DIRECTIONS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !(act || direction)) return;
    event.preventDefault();
    if (direction) this.walk(direction);
    else act();
  }

  /** From the mark reached, or the one selected or in the middle, to the next one. */
  walk(direction) {
    const from = this.at && this.markOf(this.at.key);
    const first = () => this.markOf(this.state.selected) ?? nearestMark(this.marks, this.middle());
    const next = from ? nextMark(this.marks, from, direction) : first();
    if (next) this.goTo(next);
  }

  goTo(mark) {
    this.at = mark;
    this.point(mark && mark.key);
    if (!mark) return;
    if (!within(squareOf(mark), this.sight())) this.move({ position: { x: mark.x, y: mark.y } });
    this.onAt(mark);
  }

  point(key) {
    this.pointed = key;
    this.container.classList.toggle("pointing", key !== null);
    this.relabel();
  }

  /** Draws what the state asks for, and fits it to the window where it is another picture. */
  show(model, state, shown) {
    const before = this.state;
    const wasNear = this.near !== null;
    const focus = focusOf(model, state, shown);
    Object.assign(this, { model, state: { ...state }, shown, focus });
    const centre = state.only ? model.nodes.get(state.selected) : null;
    this.near = centre ? neighbourhood(model, centre, shown) : null;
    this.scene = sceneOf(model, this.aggregates, state, shown, this.focus);
    this.frames = this.near ? [] : framesOf(model, this.aggregates, state, shown);
    const moved = before && before.selected !== state.selected;
    const another = !before || wasNear !== (this.near !== null) || (this.near && moved);
    this.fill(wasNear);
    this.placeLabels();
    if (another || before.plan !== state.plan) this.fit();
    else if (moved && !this.near && !this.clicked) this.attend();
    else this.unfolding(before, state);
    if (before && before.lang !== state.lang) this.network.redraw(); // Nothing else has changed.
  }

  /** Shows from near what unfolds, and all when a county folds. */
  unfolding(before, { unfolded }) {
    const opened = unfolded.find((key) => !before.unfolded.includes(key));
    const closed = before.unfolded.find((key) => !unfolded.includes(key));
    const frame = this.frames.find(({ folds }) => folds === (opened ?? null));
    if (opened && frame) this.moveTo(frame);
    else if (this.aggregates.get(closed)?.group === "county") this.fit();
  }

  fill(wasNear) {
    const { near, whole, scene } = this;
    if (near) {
      this.rows = {
        nodes: near.boxes.map((box) => nearNode(box, this)),
        edges: near.links.map((link) => nearEdge(link, this)),
      };
      const { nodes, edges } = this.rows;
      this.network.setData({ nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) });
      return;
    }
    this.rows = {
      nodes: scene.marks.map((mark) => markLook(mark, this)),
      edges: scene.lines.map((line) => lineLook(line, this)),
    };
    whole.nodes.show(this.rows.nodes);
    whole.edges.show(this.rows.edges);
    this.hideWhileMoving(scene.lines.length > MOST_MOVING);
    if (wasNear) this.network.setData({ nodes: whole.nodes.set, edges: whole.edges.set });
  }

  hideWhileMoving(hide) {
    if (hide === this.hides) return;
    this.hides = hide;
    this.network.setOptions({ interaction: { hideEdgesOnDrag: hide, hideEdgesOnZoom: hide } });
  }

  /** What can be walked to and chosen. */
  get marks() {
    return this.near ? this.near.boxes : this.scene.marks;
  }

  markOf(key) {
    return this.marks.find((mark) => mark.key === key);
  }

  drawUnder(ctx) {
    drawFrames(ctx, this.frames, this.network.getScale(), this.palette);
  }

  drawOver(ctx) {
    if (!this.state) return;
    const scale = this.network.getScale();
    if (this.near) drawHeadings(ctx, this.near.headings, this.palette);
    else {
      if (this.labelScale !== scale) this.placeLabels();
      drawCounts(ctx, this.scene.marks, this.palette);
      drawLabels(ctx, this.labels, scale, this.palette);
    }
    if (this.at) drawRing(ctx, this.at, scale, this.palette);
  }

  /** Places the names anew: where the scale, what is shown or what is pointed to has changed. */
  placeLabels() {
    if (!this.state || this.near) return;
    this.labelScale = this.network.getScale();
    this.labels = placedLabels(this, this.labelScale, this.sight());
  }

  relabel() {
    this.placeLabels();
    this.network.redraw();
  }

  /** How many nodes and edges are in the picture, and how many edges are left out. */
  counts() {
    const { near, shown, scene } = this;
    if (!near) return { nodes: shown.nodes.size, edges: shown.edges.size, left: scene.left };
    const nodes = new Set(near.boxes.map(({ node }) => node.id));
    const edges = new Set(near.links.map(({ edge }) => edge.id));
    return { nodes: nodes.size, edges: edges.size, left: 0 };
  }

  /** What of the picture is in the window. */
  sight() {
    const { clientWidth, clientHeight } = this.container;
    const low = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const high = this.network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    return { left: low.x, top: low.y, right: high.x, bottom: high.y };
  }

  middle() {
    return this.network.getViewPosition();
  }

  /** Brings what is in focus into sight, where it is out of it or too small. */
  attend() {
    if (!this.focus) return;
    const bounds = this.boundsOf(this.scene.marks.filter(({ key }) => this.focus.nodes.has(key)));
    if (!bounds) return;
    const small = this.network.getScale() < LEGIBLE_SCALE;
    if (small || !within(bounds, this.sight())) this.moveTo(bounds);
  }

  fit() {
    if (this.near) {
      const boxes = this.near.boxes.map(({ x, y, width, height }) => boxAt(x, y, width, height));
      this.moveTo(widened(around(boxes), 8, 40, 8), LEGIBLE_SCALE);
    } else {
      const bounds = this.boundsOf(this.scene.marks);
      if (bounds) this.moveTo(around([...this.frames, bounds]));
    }
  }

  boundsOf(marks) {
    if (!marks.length) return null;
    return widened(around(marks.map(squareOf)), NAMES.side, NAMES.above, NAMES.below);
  }

  /** Shows a rectangle whole, or, where that would be too small, its middle. */
  moveTo({ left, right, top, bottom }, least = LEAST_SCALE) {
    const width = this.container.clientWidth - 24;
    const height = this.container.clientHeight - 96;
    const whole = Math.min(width / (right - left), height / (bottom - top), FIT_SCALE);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.move({ position, scale: Math.max(whole, least) });
  }

  move(where) {
    this.network.moveTo(where);
    this.placeLabels();
  }

  zoom(factor) {
    const scale = this.network.getScale();
    const wanted = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale * factor));
    if (wanted !== scale) this.move({ scale: wanted });
  }

  /** Draws anew in the colours that the style sheet has now. */
  repaint() {
    this.palette = readPalette();
    if (this.state) this.show(this.model, this.state, this.shown);
    this.network.redraw();
  }

  get canvas() {
    return this.container.querySelector("canvas");
  }
}

/** The id of the edge that a key of the picture stands for. */
function edgeOf(key) {
  return typeof key === "number" ? key : Number(key.split("/")[0]);
}
