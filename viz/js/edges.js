// Relations in the panel: as lists, and each on a page that says on what it rests.

/** Rows of a list that are shown at once; the others are folded. */
const MOST_LISTED = 12;
/** Characters of what a task aims at, or of who takes part in it, that a row of a list has. */
const MOST_SAID = 90;

/** Edges as a list: the name at the other end, what is to know of it, the words. */
function edgeList(details, title, edges, node) {
  if (!edges.length) return null;
  const item = (edge) => edgeItem(details, edge, node);
  const rows = listOfMost(`${title} ${node.id}`, edges, MOST_LISTED, item, { class: "edges" });
  return section(counted(title, edges.length), ...rows);
}

function edgeItem(details, edge, node) {
  const other = details.model.other(edge, node.id);
  const notes = joined(
    other.path,
    dueOf(other),
    edge.open && say("open_ended"),
    edge.standing && say("standing"),
    edge.repeat && say("repeat"),
  );
  return el(
    "li",
    {},
    link(details, other),
    el("span", { class: "notes" }, notes),
    doubtBadge(edge),
    other.group === "task" && isBody(node) ? aboutTask(details, other, node) : null,
    isMarkedAbove(details, edge, node) ? null : wordsOf(details, edge),
    edge.at ? origin(details, edge) : null,
  );
}

/** What a task aims at and who else takes part, in a line each. */
function aboutTask(details, task, node) {
  const edges = details.model.edgesOf(task.id);
  const names = (kind) =>
    [...new Set(edges.filter((edge) => edge.kind === kind && edge.from !== node.id))]
      .map(({ from }) => details.model.nodes.get(from).label)
      .join(say("comma"));
  const lines = [
    [say("indicator"), names("measures")],
    [say("targets"), (task.targets ?? []).map(targetText).join(say("semicolon"))],
    ...ROLES.filter((kind) => kind !== "boilerplate").map((kind) => [
      say(`edge_${kind}`),
      names(kind),
    ]),
  ].filter(([, text]) => text);
  if (!lines.length) return null;
  return el("p", { class: "about-task" }, ...lines.flatMap(([name, text]) => [el("b", {}, name), ` ${cut(text, MOST_SAID)} `]));
}

/** A sign on what is not certain. */
function doubtBadge({ confidence }) {
  return confidence ? el("span", { class: "badge doubt" }, say(`confidence_${confidence}`)) : null;
}

/** Why an edge is there: the words and their place, the rule, the unit meant, how sure that is. */
function edgePage(details, edge) {
  const { nodes, about } = details.model;
  const [from, to] = [edge.from, edge.to].map((id) => nodes.get(id));
  const decision = about.mentions.find(
    (row) => isBody(from) && row.plan === edge.plan && row.mention === edge.mention,
  );
  const badge = el("span", { class: `badge ${edge.kind}` }, say("relation"));
  return [
    el("header", {}, el("h2", {}, say(`edge_${edge.kind}`)), el("p", { class: "badges" }, badge)),
    el("p", { class: "ends" }, link(details, from), " → ", link(details, to)),
    edge.at ? section(say("words"), wordsOf(details, edge), citation(details, edge)) : null,
    edge.at ? withoutText(details, edge.plan) : null,
    section(
      say("why_edge"),
      table(
        [say("mention"), edge.mention],
        [say("basis"), edge.basis && say(`basis_${edge.basis}`)],
        [say("rule"), edge.rule],
        [say("resolution"), decision && joined(decision.rule, decision.why)],
        [say("open"), edge.open && say("open_ended")],
        [say("standing_rule"), edge.standing && say("standing")],
        [say("repeated"), edge.repeat && say("repeat")],
        [say("confidence"), isRole(edge) ? confidenceText(about, edge) : null],
        [say("deadline"), dueOf(to)],
        [say("key"), edge.key],
      ),
    ),
  ];
}

/** The document and the place in it. */
function citation(details, edge) {
  const { title, source } = details.model.about.plans[edge.plan];
  const { path } = details.model.nodes.get(edge.to);
  return el("cite", {}, joined(say("title", { title }), source, placeText(details, edge), path));
}

function isRole({ kind }) {
  return ROLES.includes(kind);
}

/** How far an edge can be relied on, and what lowers that. */
function confidenceText({ reasons }, { confidence = "certain", reasons: codes = [] }) {
  const why = codes.map((code) => inLanguage(reasons[code] ?? [code, code]));
  return [say(`confidence_${confidence}`), ...why].join(say("semicolon"));
}
