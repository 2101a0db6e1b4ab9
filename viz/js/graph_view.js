// The graph as one of the views: the picture, the buttons that zoom, the line that counts.

const graphView = {
  key: "graph",
  options: {},
  has: () => true,
  /** vis-network is started where the graph is first looked at. */
  show(container, page) {
    this.graph ??= this.start(container, page);
    this.graph.show(page.state, shownIn(page.model, page.state));
    byId("status").textContent = statusOf(this.graph, page);
  },
  controls: ({ model, state, actions }) => [
    filters(state, actions, NODE_KINDS, say("nodes"), countNodes(model, state.plan)),
    filters(state, actions, EDGE_KINDS, say("edges"), countEdges(model, state.plan)),
  ],
  picture: () => null,
  /** Shows everything. */
  fit() {
    this.graph.fit();
  },
  /** Draws anew in the colours that the style sheet has now. */
  repaint() {
    this.graph?.repaint();
  },

  start(container, page) {
    const place = el("div", { id: "graph", role: "img", "data-say-label": "graph_label" });
    const status = el("p", { id: "status", role: "status" });
    container.append(place, status, this.zoomButtons());
    setLanguage(language);
    return new Graph(place, page.model, readData("data-options"), page.actions);
  },

  zoomButtons() {
    const button = (name, sign, onclick) => {
      const attributes = { type: "button", id: `zoom-${name}`, onclick };
      return el("button", { ...attributes, "data-say-label": `zoom_${name}` }, sign);
    };
    return el(
      "div",
      { class: "buttons zoom", role: "group", "data-say-label": "zoom" },
      button("in", "＋", () => this.graph.zoom(1.3)),
      button("out", "－", () => this.graph.zoom(1 / 1.3)),
      button("fit", "⤢", () => this.graph.fit()),
    );
  },
};

function statusOf(graph, { model, state }) {
  const node = model.nodes.get(state.selected);
  return joined(say("status_line", graph.counts()), node && say("focused", { name: node.label }));
}
