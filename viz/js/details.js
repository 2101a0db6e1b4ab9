// The panel on the right: everything about what is selected, with the words it was read from.

/** What the pages of the panel share: the graph, the texts, what a click does, what is chosen. */
class Details {
  constructor(container, about, actions) {
    Object.assign(this, { container, actions, source: createSource(about) });
  }

  show(model, state) {
    Object.assign(this, { model, state });
    const { container } = this;
    const about = [state.selected, state.edge, state.pair].join();
    const same = container.dataset.about === about;
    const scroll = same ? container.scrollTop : 0;
    const focused = container.contains(document.activeElement);
    const { key } = document.activeElement.dataset;
    container.dataset.about = about;
    container.replaceChildren(...this.contents().filter(Boolean));
    container.scrollTop = scroll;
    if (focused) this.refocus(key);
  }

  /** Puts the focus where it was, or else on the panel. */
  refocus(key) {
    const again = key && this.container.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (again || this.container).focus({ preventScroll: true });
  }

  contents() {
    const { selected, edge, pair } = this.state;
    if (edge !== null) return edgePage(this, this.model.edges.get(edge));
    if (pair !== null) return pairPage(this, pair);
    if (selected === null) return overviewPage(this);
    const node = this.model.nodes.get(selected);
    if (isBody(node)) return bodyPage(this, node);
    return node.group === "task" ? taskPage(this, node) : indicatorPage(this, node);
  }

  /** The edges of a node in the plans chosen. */
  edgesOf(node) {
    return this.model.edgesOf(node.id).filter((edge) => inPlan(edge, this.state.plan));
  }

  placeName(node) {
    return this.model.about.places[node.place];
  }

  /** Whether nodes of several places are on show, so that names want the place beside them. */
  get manyPlaces() {
    return this.state.plan === null && this.model.about.places.length > 1;
  }
}

function heading(node, ...badges) {
  const kind = el("span", { class: `badge ${kindOf(node)}` }, say(`kind_${kindOf(node)}`));
  return el("header", {}, el("h2", {}, node.label), el("p", { class: "badges" }, kind, ...badges));
}

/** Names and values as a list; what has no value is left out. */
function table(...rows) {
  const known = rows.filter(([, value]) => value !== undefined && value !== null && value !== "");
  if (!known.length) return null;
  return el(
    "dl",
    {},
    ...known.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]),
  );
}

function section(title, ...children) {
  return el("section", {}, el("h3", {}, title), ...children);
}

function counted(title, count) {
  return say("counted", { title, count });
}

/** A name that leads to its node. */
function link(details, node, ...more) {
  const attributes = {
    type: "button",
    class: "link",
    onclick: () => details.actions.select(node.id),
  };
  return el("button", attributes, dot(node), node.label, ...more);
}

function dot(node) {
  return el("i", { class: `dot ${kindOf(node)}${node.load?.overloaded ? " overloaded" : ""}` });
}

/** Links to nodes, with a note on each; nothing where there are none, folded where many. */
function nodeList(details, title, nodes, note) {
  if (!nodes.length) return null;
  const item = (node) => el("li", {}, link(details, node), el("span", { class: "notes" }, note(node)));
  return section(counted(title, nodes.length), ...listOfMost(`${title}`, nodes, MOST_LISTED, item));
}

/** Whether the words of an edge are marked in the task's own text, which stands above. */
function isMarkedAbove({ source }, edge, node) {
  if (node.group !== "task" || !source.around(edge.plan, node.at)) return false;
  return node.at[0] <= edge.at[0] && edge.at[1] <= node.at[1];
}

/** The words of an edge in their context; without the text, what is known of them. */
function wordsOf({ source }, edge) {
  const passage = excerpt(source, edge.plan, edge.at);
  if (passage) return passage;
  return edge.mention ? el("p", { class: "without" }, say("quoted", { text: edge.mention })) : null;
}

/** Where the words of an edge stand, and the way to why it is there. */
function origin(details, edge) {
  const { plans } = details.model.about;
  const title = plans.length > 1 && say("title", { title: plans[edge.plan].title });
  return el("cite", {}, joined(placeText(details, edge), title), " ", whyButton(details, edge));
}

/** The place of words in their document: 第 3 页. */
function placeText({ source }, { plan, at }) {
  const place = at && source.place(plan, at);
  return place && say(`place_${place.unit}`, place);
}

function whyButton({ model, actions }, edge) {
  const [from, to] = [edge.from, edge.to].map((id) => model.nodes.get(id).label);
  const attributes = {
    type: "button",
    class: "link why-edge",
    "data-key": `why-${edge.id}`,
    "aria-label": say("why_edge_of", { from, to, kind: say(`edge_${edge.kind}`) }),
    onclick: () => actions.selectEdge(edge.id),
  };
  return el("button", attributes, say("why_edge"));
}

function dueOf(node) {
  return (node.deadlines ?? []).map(deadlineText).join(say("comma"));
}

function deadlineText({ date, recurrence, event }) {
  return [date, recurrence && say(`every_${recurrence}`), event].filter(Boolean).join(" ");
}

function withoutText({ source }, plan) {
  return source.has(plan) ? null : el("p", { class: "without" }, say("no_text"));
}
