// Counties side by side, by function: who carries it, how load is spread, what some lack.

/** Places beyond these are left out until the reader asks for them. */
const MOST_PLACES = 6;
const MOST_FUNCTIONS = 20;
const PLACE_FIGURES = {
  plans: 0,
  tasks: 0,
  units: 0,
  overloaded: 0,
  gini: 3,
  top3_share: "%",
  density: 3,
  centralisation: 3,
};

const compareView = {
  key: "compare",
  /** Numbers of the places on show; none stands for the first. */
  options: { comparePlaces: [], compareAll: false },
  has: ({ data }) => data.compare.length > 1,
  show: (container, page) => showComparison(container, page),
  picture: () => comparePicture(),
};

function showComparison(container, page) {
  const width = chartWidth(container, page);
  const places = placesShown(page);
  const functions = comparedFunctions(places);
  const shown = page.state.compareAll ? functions : functions.slice(0, MOST_FUNCTIONS);
  refill(
    container,
    placeChoice(page),
    placesLeftOut(page),
    el("h2", {}, say("compare_functions")),
    el("p", { class: "muted" }, say("compare_rule")),
    compareChart(page, places, shown, width),
    moreFunctions(page, functions, shown),
    folded("compare-table", say("compare_table"), () => [functionTable(page, places, functions)]),
    el("h2", {}, say("compare_figures")),
    figureTable(places),
    el("h2", {}, say("compare_lacks")),
    el("p", { class: "muted" }, say("compare_lacks_rule")),
    ...lackLists(page, places),
  );
}

/** The places on show: what the data says of each, with its number and name. */
function placesShown({ model, data, state }) {
  const names = model.about.places;
  const all = data.compare.map((row, number) => ({ ...row, number, name: names[number] }));
  const wanted = state.comparePlaces.map(Number);
  const chosen = all.filter(({ number }) => wanted.includes(number));
  return chosen.length ? chosen : all.slice(0, MOST_PLACES);
}

/** A button for each place that shows it or leaves it out; the last one stays. */
function placeChoice(page) {
  const { model, data, state, actions } = page;
  if (data.compare.length < 3) return null;
  const shown = placesShown(page).map(({ number }) => String(number));
  const toggle = (key) => {
    const without = shown.filter((one) => one !== key);
    actions.change({ comparePlaces: shown.includes(key) ? without : [...shown, key] });
  };
  const buttons = data.compare.map((_, number) => {
    const key = String(number);
    const attributes = {
      ...{ type: "button", class: "chip", "data-key": `place-${key}` },
      "aria-pressed": String(shown.includes(key)),
      onclick: () => toggle(key),
    };
    return el("button", attributes, model.about.places[number]);
  });
  const title = say("compare_places");
  const attributes = { class: "buttons choices", role: "group", "aria-label": title };
  return el("div", attributes, el("span", {}, title), ...buttons);
}

/** How many places the page compares, where these are not all. */
function placesLeftOut({ model, data }) {
  const counts = { shown: data.compare.length, n: model.about.places.length };
  if (counts.shown === counts.n) return null;
  return el("p", { class: "note" }, say("compare_left_out", counts));
}

/** The functions of some places, those that carry most in all together first; others last. */
function comparedFunctions(places) {
  const found = new Map();
  for (const { number, functions } of places)
    for (const row of functions) {
      if (!found.has(row.code)) found.set(row.code, { ...row, total: 0, cells: new Map() });
      found.get(row.code).total += row.share;
      found.get(row.code).cells.set(number, row);
    }
  const isLast = ({ code }) => Number(code === "other");
  const order = (a, b) => isLast(a) - isLast(b) || b.total - a.total || (a.code < b.code ? -1 : 1);
  return [...found.values()].sort(order);
}

function moreFunctions({ state, actions }, functions, shown) {
  if (functions.length <= MOST_FUNCTIONS) return null;
  const counts = { shown: shown.length, n: functions.length };
  const words = state.compareAll ? say("compare_fewer") : say("compare_more", counts);
  const onclick = () => actions.change({ compareAll: !state.compareAll });
  const attributes = { type: "button", class: "more", "data-key": "more-functions" };
  return el("button", { ...attributes, onclick }, words);
}

function selectUnit({ model, state, actions }, id) {
  const plan = inPlan(model.nodes.get(id), state.plan) ? state.plan : null;
  actions.change({ plan, selected: id, edge: null, pair: null });
}

function functionTable(page, places, functions) {
  const rows = functions.map(({ name, cells }) => [
    inLanguage(name),
    ...places.map(({ number }) => functionCell(page, cells.get(number))),
  ]);
  return wideTable([say("compare_function"), ...places.map(({ name }) => name)], rows);
}

/** Share and leads, then the units: those that lead, or in brackets those that support. */
function functionCell(page, cell) {
  if (!cell) return "–";
  const some = cell.leading.length ? cell.leading : cell.units;
  const links = some.map((id) => {
    const attributes = { type: "button", class: "link", "data-key": `unit-${cell.code}-${id}` };
    const { label } = page.model.nodes.get(id);
    const words = cell.leading.length ? label : say("compare_supports", { name: label });
    return el("button", { ...attributes, onclick: () => selectUnit(page, id) }, words);
  });
  const figures = say("compare_cell", { share: number(100 * cell.share), leads: cell.leads });
  return el("div", {}, el("span", { class: "muted" }, figures), ...links);
}

function figureTable(places) {
  const written = (value, decimals) =>
    decimals === "%" ? `${number(100 * value)}%` : number(value, decimals);
  const rows = Object.entries(PLACE_FIGURES).map(([name, decimals]) => [
    say(`figure_${name}`),
    ...places.map(({ figures }) => written(figures[name], decimals)),
  ]);
  return wideTable([say("compare_figure"), ...places.map(({ name }) => name)], rows);
}

/** For each place what others have and it lacks, what most have first. */
function lackLists({ data }, places) {
  return places.map(({ name, lacks }) => {
    const kinds = groupedBy([...lacks].sort((a, b) => b.having - a.having), "kind");
    const lines = [...kinds].map(([kind, rows]) => {
      const of = data.compare.length;
      const items = rows.map(({ name: pair, having }) => `${inLanguage(pair)} ${having}/${of}`);
      return el("p", {}, el("b", {}, say(`compare_lack_${kind}`)), items.join(say("comma")));
    });
    const title = say("compare_lacks_of", { name, n: lacks.length });
    return el("section", { class: "lacks" }, el("h3", {}, title), ...lines);
  });
}

function comparePicture() {
  const picture = byId("view-compare").querySelector(".compare-chart");
  return picture && stackedPicture([{ title: say("compare_functions"), pictures: [picture] }]);
}
