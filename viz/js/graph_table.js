// The table behind the graph: the units that are shown, with their load and closest partners.

const PARTNERS_NAMED = 3;

function graphRows({ model, state }, shown) {
  return model.loaded
    .filter(({ id }) => shown.nodes.has(id))
    .map((node) => [
      model.about.places[node.place],
      node.label,
      number(node.load.load),
      node.load.overloaded ? say("overloaded") : "",
      partnersOf(model, node, state.plan)
        .slice(0, PARTNERS_NAMED)
        .map((partner) => `${partner.node.label} ${partner.count}`)
        .join(say("comma")),
    ]);
}

/** The table, made where it is opened; it stays open while what is shown changes. */
function showTable(container, rows) {
  const wasOpen = container.firstChild?.open ?? false;
  const heads = [
    say("col_place"),
    say("kind_unit"),
    say("load"),
    say("overloaded"),
    say("partners"),
  ];
  const ontoggle = ({ target }) => {
    if (target.open && target.children.length === 1) target.append(wideTable(heads, rows()));
  };
  const summary = el("summary", { "data-key": "behind" }, say("behind"));
  refill(container, el("details", { class: "behind", open: wasOpen, ontoggle }, summary));
}
