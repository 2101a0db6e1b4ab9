// What the panel on the right says of a body, a task, an indicator, and of the whole.

const MOST_PARTNERS = 8;

function bodyPage(details, node) {
  const edges = details.edgesOf(node);
  const isTask = (edge) => details.model.nodes.get(edge.to).group === "task";
  const ofTasks = (kind) => edges.filter((edge) => edge.kind === kind && isTask(edge));
  const list = (title, some) => edgeList(details, title, some, node);
  const badge = el("span", { class: "badge overloaded" }, say("overloaded"));
  return [
    heading(node, node.load?.overloaded ? badge : null),
    details.manyPlaces ? el("p", { class: "muted" }, details.placeName(node)) : null,
    ...(node.load
      ? loadOf(details, node)
      : [el("p", { class: "muted" }, say(`without_${node.group}`))]),
    table([say("also_written"), (node.names ?? []).join(say("comma"))]),
    partnerList(details, node),
    withoutText(details, node.plans[0]),
    list(say("edge_lead"), ofTasks("lead")),
    list(
      say("lead_indicator"),
      edges.filter((edge) => edge.kind === "lead" && !isTask(edge)),
    ),
    list(say("edge_support"), ofTasks("support")),
    list(say("edge_engaged"), ofTasks("engaged")),
    list(say("edge_boilerplate"), ofTasks("boilerplate")),
  ];
}

function loadOf({ model, state }, { load }) {
  const { populations } = model.loadsIn(state.plan);
  const among = populations[load.among];
  const idle = load.boilerplate + load.standing;
  const why = say("why_overloaded", {
    ...model.about.rules,
    leads: load.leads,
    load: number(load.load),
    z: number(load.z),
    median: number(among.median),
    threshold: number(among.threshold),
  });
  return [
    table(
      [
        say("load"),
        say("load_rank", { load: number(load.load), rank: load.rank, units: among.units }),
      ],
      [say("robust_z"), number(load.z)],
      [say("edge_lead"), say("leads", load)],
      [
        say("edge_support"),
        say(idle ? "supports_idle" : "supports", { supports: load.supports, idle }),
      ],
      [say("edge_engaged"), load.engaged || null],
      [say("lead_indicator"), load.indicators || null],
    ),
    load.overloaded ? el("p", { class: "why" }, why) : null,
  ];
}

function partnerList(details, node) {
  const partners = partnersOf(details.model, node, details.state.plan).slice(0, MOST_PARTNERS);
  if (!partners.length) return null;
  const items = partners.map((partner) =>
    el("li", {}, link(details, partner.node, ` ${partner.count}`)),
  );
  return section(say("partners"), el("ul", { class: "chips" }, ...items));
}

function taskPage(details, node) {
  const edges = details.edgesOf(node);
  const of = (kind) => edges.filter((edge) => edge.kind === kind);
  return [
    heading(node),
    table(
      [say("path"), node.path],
      [say("place"), placeText(details, { plan: node.plans[0], at: node.at })],
      [say("plan"), details.model.about.plans[node.plans[0]].title],
      [say("above"), (node.above ?? []).join(" › ")],
      [say("deadline"), dueOf(node)],
      [say("targets"), (node.targets ?? []).map(targetText).join(say("semicolon"))],
      [say("posts"), (node.posts ?? []).map(({ post }) => post).join(say("comma"))],
    ),
    of("lead").length ? null : el("p", { class: "why" }, say("no_lead")),
    withoutText(details, node.plans[0]),
    taskText(details, node, edges),
    ...["lead", "support", "engaged", "boilerplate", "measures"].map((kind) =>
      edgeList(details, say(`by_${kind}`), of(kind), node),
    ),
  ];
}

function targetText({ metric, op, value, unit }) {
  return `${metric} ${say(`op_${op}`)} ${number(value, 4)}${unit}`;
}

/** The task's own words, with everything that was read from them marked. */
function taskText({ source }, node, edges) {
  const named = (rows, kind) =>
    (rows ?? []).map(({ at }) => ({ at, kind, title: say(`mark_${kind}`) }));
  const text = markedText(source, node.plans[0], node.at, [
    ...edges.flatMap((edge) => named([edge], edge.kind)),
    ...named(node.posts, "post"),
    ...named(node.deadlines, "deadline"),
    ...named(node.targets, "target"),
  ]);
  return text && section(say("text"), text);
}

function indicatorPage(details, node) {
  const edges = details.edgesOf(node);
  const of = (kind) => edges.filter((edge) => edge.kind === kind);
  const above = of("part").find((edge) => edge.from === node.id);
  const parts = of("part").filter((edge) => edge.to === node.id);
  const elsewhere = [...details.model.nodes.values()].filter(
    (other) => node.code && other.code === node.code && other.place !== node.place,
  );
  return [
    heading(node),
    table(
      [say("code"), node.code],
      [say("part_of"), above ? link(details, details.model.other(above, node.id)) : null],
    ),
    withoutText(details, node.plans[0]),
    edgeList(details, say("by_lead"), of("lead"), node),
    edgeList(details, say("measured"), of("measures"), node),
    nodeList(
      details,
      say("parts"),
      parts.map((edge) => details.model.nodes.get(edge.from)),
      () => "",
    ),
    nodeList(details, say("elsewhere"), elsewhere, (other) => details.placeName(other)),
  ];
}

function overviewPage(details) {
  const { model, state } = details;
  const plans = model.about.plans.filter((_, key) => state.plan === null || state.plan === key);
  const heavy = model.loadsIn(state.plan).units.filter(({ load }) => load.overloaded);
  const tasks = [...model.nodes.values()].filter((node) => node.group === "task");
  const leaderless = tasks.filter(
    (task) =>
      inPlan(task, state.plan) && !model.edgesOf(task.id).some(({ kind }) => kind === "lead"),
  );
  return [
    plans.length === 1 ? planPart(plans[0]) : null,
    model.about.texts.every(Boolean) ? null : el("p", { class: "without" }, say("no_texts")),
    nodeList(details, say("overloaded_units"), heavy, (node) => heavyNote(details, node)) ??
      section(say("overloaded_units"), el("p", { class: "muted" }, say("none_overloaded"))),
    plans.length > 1 ? planList(details, plans) : null,
    nodeList(details, say("leaderless"), leaderless, ({ path }) => path),
    section(
      say("how"),
      el("p", { class: "muted" }, say("how_to")),
      el("p", { class: "muted" }, say("load_rule", model.about.rules)),
    ),
  ];
}

function heavyNote(details, node) {
  const { leads, load, z } = node.load;
  const measures = say("heavy", { leads, load: number(load), z: number(z) });
  return joined(details.manyPlaces ? details.placeName(node) : null, measures);
}

function planPart(plan) {
  return el(
    "section",
    { class: "plan" },
    el("h2", {}, plan.title),
    table(
      [say("number"), plan.number],
      [say("issuers"), (plan.issuers ?? []).join(say("comma"))],
      [say("issued"), plan.issued],
      [say("status"), say(`status_${plan.status}`)],
      [say("file"), plan.source],
    ),
  );
}

function planList({ model, actions }, plans) {
  const item = (plan) => {
    const name = joined(model.about.places[plan.place], plan.title);
    const notes = joined(plan.number, plan.issued, say(`status_${plan.status}`));
    const onclick = () => actions.choosePlan(model.about.plans.indexOf(plan));
    const button = el("button", { type: "button", class: "link", onclick }, name);
    return el("li", {}, button, el("span", { class: "notes" }, notes));
  };
  return section(say("plans", { n: plans.length }), ...listOfMost("plans", plans, MOST_LISTED, item));
}
