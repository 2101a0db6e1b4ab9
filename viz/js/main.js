// What is chosen, and who is told of it.
//
// A view is an object: `key`; `options`, the fields that it adds to the state, each with its
// value at first; `choices`, by option, the only values that it may have (where not any will do);
// `has(page)`, whether there is anything to show; `show(container, page)`;
// `controls(page)`, what stands above the ranking on the left (where it has any);
// `picture(page)`, what is seen as one SVG element, or null; `caption(page)`, what its caption says
// of it (where that is not all in the picture). `page` is the `Page` below.

const VIEWS = [
  graphView,
  loadView,
  matrixView,
  timelineView,
  findingsView,
  compareView,
  whatifView,
];

class Page {
  constructor() {
    const about = readData("data-about");
    this.whole = createModel(readData("data-nodes"), readData("data-edges"), about);
    this.data = readData("data-views");
    this.views = VIEWS.filter(({ key }) => about.kinds.includes(key)).filter(
      (view, place) => place === 0 || view.has(this),
    );
    this.first = this.stateAtFirst();
    this.address = new Address(this);
    this.state = {};
    this.readAddress();
    this.actions = {
      change: (changes) => this.change(changes),
      select: (id) => this.change({ selected: id, edge: null, pair: null }),
      selectEdge: (id) => this.change({ edge: id, pair: null }),
      selectPair: (pair) => this.change({ pair, edge: null }),
      open: (id) => this.change({ selected: id, edge: null, pair: null, only: true }),
      choosePlan: (plan) => this.change({ plan, edge: null, pair: null }),
      toggle: (kind) => this.change({ hidden: toggled(this.state.hidden, kind) }),
      found: (id) => {
        this.actions.select(id);
        byId("details").focus({ preventScroll: true });
        byId("details").scrollIntoView({ block: "nearest" }); // On a phone it is below.
      },
    };
    this.details = new Details(byId("details"), this.whole.about, this.actions);
    this.build();
    this.wire();
    this.show();
  }

  /** The state before anything is chosen: of all views, then the fields that each view adds. */
  stateAtFirst() {
    return Object.assign(
      {
        view: this.views[0].key,
        lang: language,
        /** Light or dark; null: as the system has it. */
        theme: null,
        plan: null,
        selected: null,
        edge: null,
        /** Ids of two bodies whose tasks in common are shown. */
        pair: null,
        only: false,
        hidden: new Set(),
      },
      ...this.views.map(({ options }) => options),
    );
  }

  /** The graph with the loads of the plan chosen. */
  get model() {
    return this.whole.of(this.state?.plan ?? null);
  }

  get view() {
    return this.views.find(({ key }) => key === this.state.view);
  }

  change(changes) {
    Object.assign(this.state, changes);
    this.ignored = [];
    this.leaveWhatIsNotShown();
    this.show();
    this.address.write();
  }

  /** Sets the state to what the address asks for. */
  readAddress() {
    const { state, ignored } = this.address.read();
    Object.assign(this.state, this.first, { hidden: new Set() }, state);
    this.ignored = ignored;
    this.leaveWhatIsNotShown();
    this.address.settle();
  }

  /** A node that belongs to another plan than the one chosen cannot stay selected. */
  leaveWhatIsNotShown() {
    const { state } = this;
    const node = this.model.nodes.get(state.selected);
    if (node && !inPlan(node, state.plan)) Object.assign(state, { selected: null, edge: null });
    if (state.selected === null || state.view !== "graph") state.only = false;
  }

  show() {
    const { state, view } = this;
    if (state.lang !== language) this.translate();
    this.showTheme(themeOf(state.theme));
    document.body.dataset.view = view.key;
    for (const { key } of this.views) byId(`view-${key}`).hidden = key !== view.key;
    showSidebar(byId("sidebar"), this);
    this.details.show(this.model, state);
    view.show(byId(`view-${view.key}`), this);
    this.showControls();
  }

  /** Colours the page; views that draw with colours of their own draw anew. */
  showTheme(theme) {
    if (useTheme(theme)) for (const view of this.views) view.repaint?.();
  }

  showControls() {
    const { state, ignored } = this;
    byId("note").hidden = !ignored.length;
    byId("note").textContent = say("address_ignored", { what: cut(ignored.join(say("comma")), 80) });
    showOutput(this);
    for (const { key } of this.views) press(byId(`to-${key}`), key === state.view);
    press(byId("only"), state.only);
    byId("only").disabled = state.selected === null || state.view !== "graph";
    byId("plan").value = state.plan === null ? "" : String(state.plan);
  }

  /** One step back: from the edge or pair, the neighbourhood, the selection, to the whole. */
  back() {
    const { state } = this;
    if (state.edge !== null || state.pair !== null) this.change({ edge: null, pair: null });
    else if (state.only) this.change({ only: false });
    else if (state.selected !== null) this.actions.select(null);
    else this.view.fit?.();
  }

  reset() {
    const { view, lang, theme } = this.state;
    this.change({ ...this.first, view, lang, theme, hidden: new Set() });
    this.view.fit?.();
  }

  /** Makes a button and a place for each view. */
  build() {
    for (const { key } of this.views) {
      const onclick = () => this.change({ view: key });
      const attributes = { type: "button", id: `to-${key}`, "data-say": `view_${key}`, onclick };
      byId("views").append(el("button", attributes));
      byId("stage").append(el("div", { class: "view", id: `view-${key}`, hidden: true }));
    }
    byId("views").hidden = this.views.length < 2;
    byId("only").hidden = !this.views.includes(graphView);
    this.translate();
  }

  translate() {
    setLanguage(this.state.lang);
    byId("title").textContent = document.title = titleOf(this.model.about);
    fillPlans(byId("plan"), this.model.about);
  }

  wire() {
    createSearch(byId("search"), byId("found"), this);
    byId("plan").addEventListener("change", ({ target: { value } }) =>
      this.actions.choosePlan(value === "" ? null : Number(value)),
    );
    onClick("only", () => this.change({ only: !this.state.only }));
    onClick("reset", () => this.reset());
    onClick("theme", () => this.change({ theme: themeOf(this.state.theme) === "dark" ? "light" : "dark" }));
    onClick("keys", () => showHelp());
    onClick("skip", () => byId("stage").focus());
    onClick("language", () => this.change({ lang: LANGUAGES.find((lang) => lang !== language) }));
    wireOutput(this);
    systemTheme.addEventListener("change", () => this.showTheme(themeOf(this.state.theme)));
    window.addEventListener("hashchange", () => {
      this.readAddress();
      this.show();
    });
    document.addEventListener("keydown", (event) => this.onKey(event));
  }

  onKey(event) {
    if (byId("help").open || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches("input, select, textarea");
    if (event.key === "Escape") this.back();
    else if (event.key === "/" && !isTyping) {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "?" && !isTyping) showHelp();
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
    ? joined(places[0], say("app"))
    : `${say("app")} · ${say("plans", { n: plans.length })}`;
}

function fillPlans(select, { plans, places }) {
  select.hidden = plans.length < 2;
  select.replaceChildren(
    el("option", { value: "" }, say("all_plans", { n: plans.length })),
    ...plans.map(({ place, title }, key) =>
      el("option", { value: key }, joined(places[place], title)),
    ),
  );
}

new Page();
