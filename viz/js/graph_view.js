// The graph as one of the views: the picture, the buttons that zoom, the line that counts.

const graphView = {
  key: "graph",
  options: {
    /** Keys of aggregates that are not folded. */
    unfolded: [],
    /** How far from what is selected nodes stay bright. */
    steps: "1",
  },
  choices: { steps: FOCUS_STEPS },
  has: () => true,
  /** vis-network is started where the graph is first looked at. */
  show(container, page) {
    this.graph ??= this.start(container, page);
    const shown = shownIn(page.model, page.state);
    this.graph.show(page.model, page.state, shown);
    byId("status").textContent = statusOf(this.graph, page);
    showTable(byId("table"), () => graphRows(page, shown));
  },
  controls: (page) => {
    const { model, state, actions } = page;
    return [
      stepChoice(page),
      openList(page),
      filters(state, actions, NODE_KINDS, say("nodes"), countNodes(model, state.plan)),
      filters(state, actions, EDGE_KINDS, say("edges"), countEdges(model, state.plan)),
    ];
  },
  picture() {
    return this.graph ? graphPicture(this.graph) : null;
  },
  /** Shows everything. */
  fit() {
    this.graph.fit();
  },
  /** Draws anew in the colours that the style sheet has now. */
  repaint() {
    this.graph?.repaint();
  },

  start(container, page) {
    const place = el("div", {
      id: "graph",
      role: "application",
      tabindex: "0",
      "data-say-label": "graph_label",
    });
    const said = el("p", { id: "reached", class: "unseen", "aria-live": "polite" });
    const status = el("p", { id: "status", role: "status" });
    container.append(place, said, el("div", { id: "table" }), status, this.zoomButtons());
    setLanguage(language);
    const graph = new Graph(place, page.model, readData("data-options"), page.actions);
    graph.onAt = (mark) => (said.textContent = saidOfMark(mark, page.model));
    return graph;
  },

  zoomButtons() {
    const button = (name, sign, onclick) => {
      const attributes = { type: "button", id: `zoom-${name}`, onclick };
      return el("button", { ...attributes, "data-say-label": `zoom_${name}` }, sign);
    };
    return el(
      "div",
      { class: "buttons zoom", role: "group", "data-say-label": "zoom" },
      button("in", "＋", () => this.graph.zoom(ZOOM_STEP)),
      button("out", "－", () => this.graph.zoom(1 / ZOOM_STEP)),
      button("fit", "⤢", () => this.graph.fit()),
    );
  },
};

function statusOf(graph, { model, state }) {
  const { left, ...counts } = graph.counts();
  const node = model.nodes.get(state.selected);
  const folded = graph.scene.marks.filter(({ aggregate }) => aggregate).length;
  return joined(
    say("status_line", counts),
    !graph.near && folded && say("status_folded", { n: folded }),
    left && say("status_left", { n: left }),
    node && say("focused", { name: node.label }),
  );
}

/** How far the focus reaches. */
function stepChoice({ state, actions }) {
  const buttons = FOCUS_STEPS.map((steps) => {
    const pressed = String(state.steps === steps);
    const onclick = () => actions.change({ steps });
    const attributes = { type: "button", "data-key": `steps-${steps}`, "aria-pressed": pressed };
    return el("button", { ...attributes, onclick }, say(`steps_${steps}`));
  });
  return el(
    "fieldset",
    { class: "steps" },
    el("legend", {}, say("steps")),
    el("div", { class: "buttons" }, ...buttons),
  );
}

/** What is unfolded, each with a button that folds it again; nothing where nothing is. */
function openList({ model, state, actions }) {
  const open = openAggregates(graphView.graph?.aggregates ?? new Map(), state.unfolded);
  if (!open.length) return null;
  const buttons = open.map((mark) => {
    const onclick = () =>
      actions.change({ unfolded: state.unfolded.filter((key) => key !== mark.key) });
    const attributes = { type: "button", class: "link", "data-key": `fold-${mark.key}`, onclick };
    return el("li", {}, el("button", attributes, say("folds", { name: aggregateName(model, mark) })));
  });
  return el("section", { class: "open" }, el("h3", {}, say("unfolded")), el("ul", {}, ...buttons));
}
