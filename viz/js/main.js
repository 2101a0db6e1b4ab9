// What is chosen, and who is told of it.

const MOST_AT_ONCE = 1500;

class App {
  constructor() {
    const about = readData("data-about");
    this.model = createModel(readData("data-nodes"), readData("data-edges"), about);
    this.state = {
      view: "graph",
      plan: this.model.nodes.size > MOST_AT_ONCE ? 0 : null,
      selected: null,
      edge: null,
      only: false,
      hidden: new Set(),
    };
    this.actions = {
      select: (id) => this.change({ selected: id, edge: null }),
      selectEdge: (id) => this.change({ edge: id }),
      open: (id) => this.change({ selected: id, edge: null, only: true }),
      choosePlan: (plan) => this.change({ plan, edge: null }),
      toggle: (kind) => this.change({ hidden: toggled(this.state.hidden, kind) }),
      found: (id) => {
        this.actions.select(id);
        byId("details").focus({ preventScroll: true });
      },
    };
    this.graph = new Graph(byId("graph"), this.model, readData("data-options"), this.actions);
    this.details = new Details(byId("details"), this.model, this.actions);
    this.wire();
    this.change({});
  }

  change(changes) {
    const { state, model, actions } = this;
    Object.assign(state, changes);
    this.leaveWhatIsNotShown();
    byId("graph").hidden = state.view !== "graph";
    byId("loads").hidden = state.view !== "loads";
    showSidebar(byId("sidebar"), model, state, actions);
    this.details.show(state);
    if (state.view === "loads") showLoads(byId("loads"), model, state, actions);
    else this.graph.show(state, shownIn(model, state));
    this.showControls();
  }

  /** A node that belongs to another plan than the one chosen cannot stay selected. */
  leaveWhatIsNotShown() {
    const { state } = this;
    const node = this.model.nodes.get(state.selected);
    if (node && !inPlan(node, state.plan)) Object.assign(state, { selected: null, edge: null });
    if (state.selected === null || state.view !== "graph") state.only = false;
  }

  showControls() {
    const { state } = this;
    const isGraph = state.view === "graph";
    press(byId("view-graph"), isGraph);
    press(byId("view-loads"), !isGraph);
    press(byId("only"), state.only);
    byId("only").disabled = state.selected === null || !isGraph;
    byId("export").disabled = !isGraph;
    byId("plan").value = state.plan === null ? "" : String(state.plan);
    document.body.dataset.view = state.view;
    const node = this.model.nodes.get(state.selected);
    const focused = node && say("focused", { name: node.label });
    byId("status").textContent = isGraph
      ? joined(say("status_line", this.graph.counts()), focused)
      : "";
  }

  /** One step back: from the edge, the neighbourhood, the selection, to the whole picture. */
  back() {
    const { state } = this;
    if (state.edge !== null) this.change({ edge: null });
    else if (state.only) this.change({ only: false });
    else if (state.selected !== null) this.actions.select(null);
    else this.graph.fit();
  }

  reset() {
    this.change({ selected: null, edge: null, only: false, hidden: new Set() });
    this.graph.fit();
  }

  wire() {
    const { model, graph } = this;
    const title = titleOf(model.about);
    byId("title").textContent = document.title = title;
    fillPlans(byId("plan"), model.about, this.actions.choosePlan);
    createSearch(byId("search"), byId("found"), model, this.state, this.actions.found);
    onClick("view-graph", () => this.change({ view: "graph" }));
    onClick("view-loads", () => this.change({ view: "loads" }));
    onClick("only", () => this.change({ only: !this.state.only }));
    onClick("reset", () => this.reset());
    onClick("zoom-in", () => graph.zoom(1.3));
    onClick("zoom-out", () => graph.zoom(1 / 1.3));
    onClick("zoom-fit", () => graph.fit());
    onClick("export", () => savePicture(graph.canvas, title));
    onClick("print", () => window.print());
    wireTheme(() => graph.repaint());
    document.addEventListener("keydown", (event) => this.onKey(event));
  }

  onKey(event) {
    if (event.key === "Escape") this.back();
    else if (event.key === "/" && !event.target.matches("input[type=search], select")) {
      event.preventDefault();
      byId("search").focus();
    }
  }
}

function onClick(id, listener) {
  byId(id).addEventListener("click", listener);
}

function toggled(set, value) {
  const copy = new Set(set);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}

function titleOf({ plans, places }) {
  return places.length === 1
    ? `${places[0]} · ${say("app")}`
    : `${say("app")} · ${say("plans", { n: plans.length })}`;
}

function fillPlans(select, { plans, places }, choose) {
  select.hidden = plans.length < 2;
  select.append(
    el("option", { value: "" }, say("all_plans", { n: plans.length })),
    ...plans.map(({ place, title }, key) =>
      el("option", { value: key }, `${places[place]} · ${title}`),
    ),
  );
  select.addEventListener("change", () =>
    choose(select.value === "" ? null : Number(select.value)),
  );
}

new App();
