// The load of all units, a chart a population: who carries how much, and where it is too much.

const LOAD_SORTS = ["load", "leads", "supports", "name"];
/** Rows of a chart before the reader asks for all: of one alone, and where there are several. */
const MOST_LOAD_ROWS = { alone: 60, several: 20 };
const SEVERAL_CHARTS = 3;

const loadView = {
  key: "load",
  options: { loadSort: "load", loadAll: false },
  choices: { loadSort: LOAD_SORTS },
  has: ({ model }) => model.loaded.length > 0,
  show: (container, page) => showLoads(container, page),
  picture: (page) => loadPicture(page),
};

function showLoads(container, page) {
  const { model, state } = page;
  const width = chartWidth(container, page);
  refill(
    container,
    loadSorts(page),
    state.plan === null ? null : ofOnePlan(model, state.plan),
    ...loadPopulations(page).map((chart) => loadSection(page, chart, width)),
    el("p", { class: "muted" }, say("load_rule", model.about.rules)),
  );
}

function ofOnePlan(model, plan) {
  return el("p", { class: "note" }, say("load_of_plan", model.about.plans[plan]));
}

/** The populations on show: {key, among, units, shown (`most` of these), title}. */
function loadPopulations({ model, state }) {
  const loads = model.loadsIn(state.plan);
  const populations = Object.entries(loads.populations);
  const most = MOST_LOAD_ROWS[populations.length > SEVERAL_CHARTS ? "several" : "alone"];
  return populations.map(([key, among]) => {
    const some = loads.units.filter(({ load }) => load.among === Number(key));
    const units = some.sort(loadOrder(state.loadSort));
    const title = say("load_title", { place: among.name, n: units.length });
    return { key, among, units, most, shown: shownUnits(units, most, state), title };
  });
}

function loadOrder(sort) {
  const orders = {
    load: byLoad,
    leads: (a, b) => b.load.leads - a.load.leads || byLoad(a, b),
    supports: (a, b) => b.load.supports - a.load.supports || byLoad(a, b),
    name: (a, b) => a.label.localeCompare(b.label, "zh") || byLoad(a, b),
  };
  return orders[sort] ?? byLoad;
}

/** The first units, and the selected one. */
function shownUnits(units, most, { loadAll, selected }) {
  return loadAll ? units : units.filter(({ id }, n) => n < most || id === selected);
}

function loadSorts({ state, actions }) {
  const buttons = LOAD_SORTS.map((sort) => {
    const attributes = {
      ...{ type: "button", "data-key": `sort-${sort}` },
      "aria-pressed": String(state.loadSort === sort),
      onclick: () => actions.change({ loadSort: sort }),
    };
    return el("button", attributes, say(`load_by_${sort}`));
  });
  const attributes = { class: "buttons choices", role: "group", "aria-label": say("load_sort") };
  return el("div", attributes, el("span", {}, say("load_sort")), ...buttons);
}

function loadSection(page, chart, width) {
  const { units, shown, among, title } = chart;
  return el(
    "section",
    { class: "load" },
    el(
      "div",
      { class: "load-head" },
      el("h2", {}, title),
      overloadedLine(units),
      whyThisLine(page, chart),
    ),
    units.length > 1 ? lorenzFigure(units) : null,
    el(
      "div",
      { class: "load-bars" },
      loadChart(page, { units: shown, among, title }, width),
      moreLoads(page, chart),
      folded(`load-table-${chart.key}`, say("behind"), () => [loadTable(units)], "behind"),
    ),
  );
}

function overloadedLine(units) {
  const names = units.filter(({ load }) => load.overloaded).map(({ label }) => label);
  const some = { n: names.length, names: names.join(say("comma")) };
  return el("p", {}, names.length ? say("load_overloaded", some) : say("none_overloaded"));
}

/** How the line of overload comes about, with the numbers of these units. */
function whyThisLine({ model }, { key, units, among }) {
  const { rules } = model.about;
  const { mad, mean } = spreadOf(units.map(({ load }) => load.load));
  const values = {
    ...{ z: rules.z_limit, least: rules.least, n: units.length },
    ...{ median: number(among.median, 2), threshold: number(among.threshold, 2) },
    ...{ mad: number(mad, 2), mean: number(mean, 2) },
  };
  const steps = [
    say("load_why_median", values),
    mad > 0 ? say("load_why_mad", values) : say("load_why_mean", values),
    say("load_why_limit", values),
    say("load_why_least", values),
  ];
  const list = () => [el("ol", {}, ...steps.map((step) => el("li", {}, step)))];
  return folded(`load-why-${key}`, say("load_why"), list, "why-line");
}

function moreLoads({ state, actions }, { units, most, shown, key }) {
  if (units.length <= most) return null;
  const left = { shown: shown.length, n: units.length };
  const words = state.loadAll ? say("load_fewer") : say("load_more", left);
  const onclick = () => actions.change({ loadAll: !state.loadAll });
  return el("button", { type: "button", class: "more", "data-key": `more-${key}`, onclick }, words);
}

function loadTable(units) {
  const heads = ["unit", "rank", "load", "z", "leads", "supports", "engaged", "idle", "overloaded"];
  return wideTable(
    heads.map((head) => say(`load_head_${head}`)),
    units.map(({ label, load }) => [
      ...[label, load.rank, number(load.load), number(load.z, 2), load.leads, load.supports],
      ...[load.engaged, load.boilerplate + load.standing],
      load.overloaded ? say("overloaded") : "",
    ]),
  );
}

/** The chart and its curve; of several populations the charts alone, narrow, as one picture. */
function loadPicture(page) {
  const populations = loadPopulations(page);
  const several = populations.length > 1;
  const charts = byId("view-load").querySelectorAll(".load-chart, .lorenz-chart");
  return stackedPicture(
    populations.map(({ shown, among, title }) => ({
      title,
      pictures: several ? [loadChart(page, { units: shown, among, title }, WIDE_CHART)] : [...charts],
    })),
  );
}
