// The picture: vis-network draws nodes and edges, labels.js the names.

const MOST_DASHED = 1500;
const LEAST_SCALE = 0.06;
const MOST_SCALE = 6;
const FIT_SCALE = 1.25;
/** Below this scale a selection is drawn nearer, and a neighbourhood is not shown whole. */
const LEGIBLE_SCALE = 0.7;
/** Room around nodes for their names. */
const NAMES = { side: 55, above: 20, below: 36 };

class Graph {
  constructor(container, model, options, actions) {
    this.container = container;
    this.model = model;
    this.whole = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    this.near = null;
    this.frames = [];
    this.hovered = null;
    this.clicked = false;
    this.palette = readPalette();
    this.network = new vis.Network(container, this.whole, options);
    this.listen(actions);
  }

  listen(actions) {
    const { network, container } = this;
    network.on("click", ({ nodes, edges }) => {
      this.clicked = true;
      if (nodes.length) actions.select(idOf(nodes[0]));
      else if (edges.length) actions.selectEdge(idOf(edges[0]));
      else if (!this.near) actions.select(null);
      this.clicked = false;
    });
    network.on("doubleClick", ({ nodes }) => {
      if (nodes.length) actions.open(idOf(nodes[0]));
    });
    network.on("hoverNode", ({ node }) => this.hover(this.model.nodes.get(idOf(node))));
    network.on("blurNode", () => this.hover(null));
    network.on("hoverEdge", () => container.classList.add("pointing"));
    network.on("blurEdge", () => container.classList.remove("pointing"));
    network.on("zoom", () => this.zoom(1));
    network.on("beforeDrawing", (ctx) => this.drawUnder(ctx));
    network.on("afterDrawing", (ctx) => this.drawOver(ctx));
  }

  hover(node) {
    this.hovered = node;
    this.container.classList.toggle("pointing", node !== null);
    this.network.redraw();
  }

  /** Draws what the state asks for, and fits it to the window where it is another picture. */
  show(state, shown) {
    const before = this.state;
    const wasNear = this.near !== null;
    Object.assign(this, { state: { ...state }, shown });
    const centre = state.only ? this.model.nodes.get(state.selected) : null;
    this.near = centre ? neighbourhood(this.model, centre, shown) : null;
    this.frames = this.near ? [] : framesOf(this.model, shown);
    const moved = before && before.selected !== state.selected;
    const another = !before || wasNear !== (this.near !== null) || (this.near && moved);
    if (this.near) this.network.setData(this.nearData());
    else this.showWhole(another);
    if (another || before.plan !== state.plan) this.fit();
    else if (moved && !this.near && !this.clicked) this.attend();
  }

  nearData() {
    return {
      nodes: new vis.DataSet(this.near.boxes.map((box) => nearNode(box, this))),
      edges: new vis.DataSet(this.near.links.map((link) => nearEdge(link, this))),
    };
  }

  showWhole(another) {
    const focus = this.focus();
    const dashed = this.shown.edges.size <= MOST_DASHED;
    const { nodes, edges } = this.model;
    this.whole.nodes.update([...nodes.values()].map((node) => wholeNode(node, focus, this)));
    this.whole.edges.update(
      [...edges.values()].map((edge) => wholeEdge(edge, focus, this, dashed)),
    );
    if (another) this.network.setData(this.whole);
  }

  /** The nodes and edges that stay bright while something is selected; null when nothing is. */
  focus() {
    const { model, state, shown } = this;
    if (state.edge !== null) {
      const edge = model.edges.get(state.edge);
      return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) };
    }
    if (state.selected === null) return null;
    const own = model.edgesOf(state.selected).filter((edge) => shown.edges.has(edge.id));
    const nodes = new Set([state.selected, ...own.flatMap((edge) => [edge.from, edge.to])]);
    return { nodes, edges: new Set(own.map((edge) => edge.id)) };
  }

  drawUnder(ctx) {
    drawFrames(ctx, this.frames, this.network.getScale(), this.palette);
  }

  drawOver(ctx) {
    if (this.near) drawHeadings(ctx, this.near.headings, this.palette);
    else if (this.shown) {
      const scale = this.network.getScale();
      const items = labelled(this, this.focus(), scale, this.sight());
      drawLabels(ctx, items, captionBoxes(this.frames, scale), scale, this.palette);
    }
  }

  /** How many nodes and edges are in the picture. */
  counts() {
    if (!this.near) return { nodes: this.shown.nodes.size, edges: this.shown.edges.size };
    const nodes = new Set(this.near.boxes.map(({ node }) => node.id));
    const edges = new Set(this.near.links.map(({ edge }) => edge.id));
    return { nodes: nodes.size, edges: edges.size };
  }

  /** What of the picture is in the window. */
  sight() {
    const { clientWidth, clientHeight } = this.container;
    const low = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const high = this.network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    return { left: low.x, top: low.y, right: high.x, bottom: high.y };
  }

  /** Brings what is in focus into sight, where it is out of it or too small. */
  attend() {
    const focus = this.focus();
    const bounds = focus && this.boundsOf(focus.nodes);
    if (!bounds) return;
    const small = this.network.getScale() < LEGIBLE_SCALE;
    if (small || !within(bounds, this.sight())) this.moveTo(bounds);
  }

  fit() {
    if (this.near) {
      const boxes = this.near.boxes.map(({ x, y, width, height }) => boxAt(x, y, width, height));
      this.moveTo(widened(around(boxes), 8, 40, 8), LEGIBLE_SCALE);
    } else {
      const bounds = this.frames.length ? around(this.frames) : this.boundsOf(this.shown.nodes);
      if (bounds) this.moveTo(bounds);
    }
  }

  boundsOf(ids) {
    const squares = [...ids].map((id) => squareOf(this.model.nodes.get(id)));
    return squares.length ? widened(around(squares), NAMES.side, NAMES.above, NAMES.below) : null;
  }

  /** Shows a rectangle whole, or, where that would be too small, its middle. */
  moveTo({ left, right, top, bottom }, least = LEAST_SCALE) {
    const width = this.container.clientWidth - 24;
    const height = this.container.clientHeight - 96;
    const whole = Math.min(width / (right - left), height / (bottom - top), FIT_SCALE);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.network.moveTo({ position, scale: Math.max(whole, least) });
  }

  zoom(factor) {
    const scale = this.network.getScale();
    const wanted = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale * factor));
    if (wanted !== scale) this.network.moveTo({ scale: wanted });
  }

  /** Draws anew in the colours that the style sheet has now. */
  repaint() {
    this.palette = readPalette();
    if (this.state) this.show(this.state, this.shown);
    this.network.redraw();
  }

  get canvas() {
    return this.container.querySelector("canvas");
  }
}

/** The node or edge that a key of the picture stands for. */
function idOf(key) {
  return typeof key === "number" ? key : Number(key.split("/")[0]);
}

function drawHeadings(ctx, headings, palette) {
  ctx.font = `700 15px ${palette.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = palette.muted;
  for (const { text, x, y } of headings) ctx.fillText(text, x, y);
}
