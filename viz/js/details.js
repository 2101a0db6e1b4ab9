// The panel on the right: everything about what is selected, with the words it was read from.

/** What the pages of the panel share: the graph, the texts, what a click does, what is chosen. */
class Details {
  constructor(container, model, actions) {
    Object.assign(this, { container, model, actions, source: createSource(model.about) });
  }

  show(state) {
    this.state = state;
    const { container } = this;
    const about = [state.selected, state.edge, state.pair].join();
    const same = container.dataset.about === about;
    const scroll = same ? container.scrollTop : 0;
    const focused = container.contains(document.activeElement);
    container.dataset.about = about;
    container.replaceChildren(...this.contents().filter(Boolean));
    container.scrollTop = scroll;
    if (focused) container.focus({ preventScroll: true });
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

function joined(...notes) {
  return notes.filter(Boolean).join(" · ");
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

/** Links to nodes, with a note on each; nothing where there are none. */
function nodeList(details, title, nodes, note) {
  if (!nodes.length) return null;
  const items = nodes.map((node) =>
    el("li", {}, link(details, node), el("span", { class: "notes" }, note(node))),
  );
  return section(counted(title, nodes.length), el("ul", {}, ...items));
}

/** Edges as a list: the name at the other end, what is to know of it, the words. */
function edgeList(details, title, edges, node) {
  if (!edges.length) return null;
  const items = edges.map((edge) => {
    const other = details.model.other(edge, node.id);
    const notes = joined(
      other.path,
      dueOf(other),
      edge.open && say("open_ended"),
      edge.standing && say("standing"),
    );
    return el(
      "li",
      {},
      link(details, other),
      el("span", { class: "notes" }, notes),
      isMarkedAbove(details, edge, node) ? null : wordsOf(details, edge),
      origin(details, edge),
    );
  });
  return section(counted(title, edges.length), el("ol", { class: "edges" }, ...items));
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

/** Where the words of an edge stand, and by what rule they were read. */
function origin({ model }, edge) {
  const task = [edge.to, edge.from].map((id) => model.nodes.get(id)).find((node) => node.path);
  const plan = model.about.plans[edge.plan];
  const rule = edge.rule && say("rule", { rule: edge.rule });
  const basis = edge.basis && say(`basis_${edge.basis}`);
  return el("cite", {}, joined(task?.path, rule, basis, say("title", { title: plan.title })));
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

function edgePage(details, edge) {
  const [from, to] = [edge.from, edge.to].map((id) => details.model.nodes.get(id));
  const decision = details.model.about.mentions.find(
    (row) => isBody(from) && row.plan === edge.plan && row.mention === edge.mention,
  );
  const badge = el("span", { class: `badge ${edge.kind}` }, say("relation"));
  return [
    el("header", {}, el("h2", {}, say(`edge_${edge.kind}`)), el("p", { class: "badges" }, badge)),
    el("p", { class: "ends" }, link(details, from), " → ", link(details, to)),
    table(
      [say("mention"), edge.mention],
      [say("resolution"), decision && joined(decision.rule, decision.why)],
      [say("open"), edge.open && say("open_ended")],
      [say("deadline"), dueOf(to)],
      [say("key"), edge.key],
    ),
    edge.at ? section(say("words"), wordsOf(details, edge), origin(details, edge)) : null,
    edge.at ? withoutText(details, edge.plan) : null,
  ];
}
