// What the panel on the right says of two bodies: the tasks they share, by which words.

function pairPage(details, pair) {
  const [a, b] = pair.map((id) => details.model.nodes.get(id));
  const shared = sharedTasks(details.model, pair, details.state.plan);
  const list = (title, boilerplate) =>
    sharedList(
      details,
      title,
      shared.filter((one) => one.boilerplate === boilerplate),
    );
  return [
    el("header", {}, el("h2", {}, link(details, a), " × ", link(details, b))),
    details.manyPlaces ? el("p", { class: "muted" }, placesOf(details, [a, b])) : null,
    kindsOfSharing(shared),
    shared.length ? null : el("p", { class: "muted" }, say("shared_none")),
    list(say("shared_tasks"), false),
    list(say("shared_boilerplate"), true),
  ];
}

function placesOf(details, nodes) {
  return [...new Set(nodes.map((node) => details.placeName(node)))].join(" × ");
}

/** In how many of the tasks one leads and the other supports, both lead, both support. */
function kindsOfSharing(shared) {
  const counts = tally(shared.map(({ members }) => kindOfSharing(members)));
  return table(
    ...["lead_support", "co_lead", "support_support"].map((kind) => [
      say(`shared_${kind}`),
      counts.get(kind),
    ]),
  );
}

/** The kind by the roles of both; none where one is only engaged. */
function kindOfSharing(members) {
  const leads = members.filter(({ role }) => role === "lead").length;
  const supports = members.filter(({ role }) => role === "support").length;
  if (leads + supports < 2) return null;
  return ["support_support", "lead_support", "co_lead"][leads];
}

function sharedList(details, title, shared) {
  if (!shared.length) return null;
  const items = shared.map(({ task, members }) =>
    el(
      "li",
      {},
      link(details, task),
      el("span", { class: "notes" }, joined(rolesOf(members), task.path, dueOf(task))),
      wordsOnDemand(details, members.flatMap(({ edges }) => edges)),
    ),
  );
  return section(counted(title, shared.length), el("ol", { class: "edges" }, ...items));
}

/** The roles of both in their order: 牵头/配合. */
function rolesOf(members) {
  return members
    .map(({ role, counts }) => say(`edge_${counts ? role : "boilerplate"}`))
    .join(" / ");
}

/** The words that give both their part; put together when they are asked for. */
function wordsOnDemand(details, edges) {
  const words = el("details", { class: "words" }, el("summary", {}, say("shared_words")));
  const fill = () => words.append(...edges.map((edge) => wordsOfPart(details, edge)));
  words.addEventListener("toggle", fill, { once: true });
  return words;
}

function wordsOfPart(details, edge) {
  const unit = details.model.nodes.get(edge.from);
  const attributes = {
    type: "button",
    class: "link",
    onclick: () => details.actions.selectEdge(edge.id),
  };
  const name = el("button", attributes, joined(unit.label, say(`edge_${edge.kind}`)));
  return el("div", {}, name, wordsOf(details, edge), origin(details, edge));
}
