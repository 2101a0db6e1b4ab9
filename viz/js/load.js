// The load of all units as bars, one chart a population, with the line above which load is too much.

const loadView = {
  key: "load",
  options: {},
  has: ({ model }) => model.loaded.length > 0,
  show: (container, { model, state, actions }) => showLoads(container, model, state, actions),
  picture: () => null,
};

function showLoads(container, model, state, actions) {
  const units = model.loaded.filter((node) => inPlan(node, state.plan));
  const charts = model.about.populations
    .map((among, key) => ({ among, units: units.filter(({ load }) => load.among === key) }))
    .filter((chart) => chart.units.length)
    .map((chart) => chartOf(model, state, actions, chart));
  refill(container, ...charts, el("p", { class: "muted" }, say("load_rule", model.about.rules)));
}

function chartOf(model, state, actions, { among, units }) {
  const most = greatestLoad(units);
  const rows = units.map((node) => {
    const { load } = node;
    const idle = load.boilerplate + load.standing;
    const counts = { leads: load.leads, supports: load.supports - idle, idle };
    const parts = [
      el("span", { class: "rank" }, load.rank),
      el("span", { class: "name" }, node.label),
      bar(model, node, most, among.threshold),
      el("b", {}, number(load.load)),
      el("span", { class: "mark" }, load.overloaded ? say("overloaded") : ""),
      el("span", { class: "counts" }, say(idle ? "counts_idle" : "counts", counts)),
    ];
    return el("li", {}, unitButton(state, actions, node, "load", ...parts));
  });
  const limits = { threshold: number(among.threshold), median: number(among.median) };
  return el(
    "section",
    { class: "chart" },
    el("h2", {}, say("load_title", { place: among.name, n: units.length })),
    el(
      "p",
      { class: "legend" },
      ...legend("lead", "support", "engaged"),
      el("i", { class: "swatch limit" }),
      el("span", {}, say("limit", limits)),
    ),
    el("ol", {}, ...rows),
  );
}
