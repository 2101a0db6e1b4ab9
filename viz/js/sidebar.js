// The panel on the left: what is shown, and who carries most.

const MOST_UNITS = 16;

function showSidebar(container, page) {
  const { model, state, actions, view } = page;
  refill(container, ...(view.controls?.(page) ?? []), heaviest(model, state, actions));
}

function countNodes(model, plan) {
  return tally([...model.nodes.values()].filter((node) => inPlan(node, plan)).map(kindOf));
}

function countEdges(model, plan) {
  return tally(
    [...model.edges.values()].filter((edge) => inPlan(edge, plan)).map(({ kind }) => kind),
  );
}

/** A box to tick for each kind that occurs, with how often it does. */
function filters(state, actions, kinds, title, counts) {
  const rows = kinds
    .filter((kind) => counts.has(kind))
    .map((kind) => {
      const attributes = {
        type: "checkbox",
        "data-key": kind,
        onchange: () => actions.toggle(kind),
      };
      const box = el("input", attributes);
      box.checked = !state.hidden.has(kind);
      const isNode = NODE_KINDS.includes(kind);
      const sign = isNode ? el("i", { class: `sign ${kind}` }) : strokeOf(kind);
      const name = say(`${isNode ? "kind" : "edge"}_${kind}`);
      return el("label", {}, box, sign, el("span", {}, name), el("b", {}, counts.get(kind)));
    });
  return rows.length ? el("fieldset", {}, el("legend", {}, title), ...rows) : null;
}

/** A piece of the line that the picture draws for an edge. */
function strokeOf(kind) {
  const dashes = DASHES[kind]?.join(" ") ?? null;
  const line = svg("line", { x2: 26, y1: 2, y2: 2, "stroke-dasharray": dashes });
  const attributes = { class: `stroke ${kind}`, width: 26, height: 4, "aria-hidden": "true" };
  return svg("svg", attributes, line);
}

function heaviest(model, state, actions) {
  const units = model.loadsIn(state.plan).units.slice(0, MOST_UNITS);
  if (!units.length) return null;
  const most = greatestLoad(units);
  const several = new Set(units.map((node) => node.place)).size > 1;
  const items = units.map((node) => {
    const place = several ? el("small", {}, `${model.about.places[node.place]} `) : "";
    const parts = [
      el("span", { class: "name" }, place, node.label),
      el("span", { class: "mark" }, node.load.overloaded ? say("overloaded") : ""),
      el("b", {}, number(node.load.load)),
      bar(model, node, most),
    ];
    return el("li", {}, unitButton(state, actions, node, "unit", ...parts));
  });
  return el(
    "section",
    { class: "heaviest" },
    el("h2", {}, say("heaviest")),
    el("p", { class: "legend" }, ...legend("lead", "support")),
    el("ol", {}, ...items),
  );
}
