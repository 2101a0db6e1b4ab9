// The loads of the units of a population as bars, with the line above which load is too much.

const WIDE_CHART = 560;
const LOAD_ROW = { wide: 27, narrow: 44 };
const LOAD_BAR = 15;
const AXIS_ROOM = 40;
/** Parts of a bar, and their legend; the last has no weight. */
const LOAD_PARTS = ["lead", "support", "engaged", "boilerplate"];

/** The chart of units compared with each other as an SVG element of a width. */
function loadChart(page, { units, among, title }, width) {
  const legend = chartLegend(loadLegend(units), width);
  const top = legend.height + AXIS_ROOM;
  const shape = chartShape(page, units, among, width);
  const height = top + units.length * shape.row + 8;
  const rows = units.map((unit, place) => loadRow(page, unit, shape, top + place * shape.row));
  return svg(
    "svg",
    { class: "chart-svg load-chart", viewBox: `0 0 ${width} ${height}`, width, height },
    legend.marks,
    loadAxis(shape, top, height - 8),
    limitLines(shape, among, top, height - 8),
    markList(title, rows, `load-${page.state.selected}`),
  );
}

function loadLegend(units) {
  const used = LOAD_PARTS.filter((part) =>
    units.some(({ load }) => lengthsOf({ lead: 1, support: 1, engaged: 1 }, load)[part] > 0),
  );
  return used.map((part) => [part, say(`load_${part}`)]);
}

/** What each part of a bar weighs; boilerplate: what it would. */
function lengthsOf(rules, { leads, supports, boilerplate, standing, engaged }) {
  const idle = boilerplate + standing;
  return {
    lead: rules.lead * leads,
    support: rules.support * (supports - idle),
    engaged: rules.engaged * engaged,
    boilerplate: rules.support * idle,
  };
}

/** Where names, bars and counts stand, and how many pixels a load of 1 has. */
function chartShape({ model }, units, among, width) {
  const { rules } = model.about;
  const wide = width >= WIDE_CHART;
  const names = Math.max(...units.map(({ label }) => lettersIn(label))) * CHART_LETTER;
  const counts = Math.max(...units.map((unit) => lettersIn(countsText(unit.load)))) * 12 + 8;
  const left = wide ? 34 + Math.min(names, width * 0.27) + 8 : 0;
  const right = wide ? width - counts : width;
  const labels = lettersIn(say("overloaded")) * 12 + 46;
  const total = ({ load }) => Object.values(lengthsOf(rules, load)).reduce((a, b) => a + b);
  const most = Math.max(among.threshold, ...units.map(total), 1e-9);
  const scale = (right - left - (wide ? labels : 4)) / most;
  const row = wide ? LOAD_ROW.wide : LOAD_ROW.narrow;
  return { rules, wide, left, right, width, most, scale, row };
}

function countsText(load) {
  const idle = load.boilerplate + load.standing;
  const counts = { leads: load.leads, supports: load.supports - idle, idle };
  return say(idle ? "counts_idle" : "counts", counts);
}

function loadRow({ state, actions }, node, shape, y) {
  const { load } = node;
  const { wide, left, scale, width, row } = shape;
  const lengths = lengthsOf(shape.rules, load);
  const pieces = LOAD_PARTS.map((part) => [part, lengths[part] * scale]);
  const end = left + pieces.reduce((sum, [, length]) => sum + length, 0);
  const middle = y + (wide ? row / 2 : 12);
  const said = say("load_row", { ...load, name: node.label, load: number(load.load) });
  const label = joined(said, countsText(load), load.overloaded && say("overloaded"));
  const most = (wide ? left - 42 : width - 120) / CHART_LETTER;
  const text = (name, x, words) => svg("text", { class: name, x, y: middle + 5 }, words);
  const shapes = [
    svg("rect", { class: "ground", x: 0, y, width, height: row, rx: 4 }),
    ...barPieces(pieces, left, wide ? middle - LOAD_BAR / 2 : y + 22, LOAD_BAR),
  ];
  const texts = [
    text("rank", 24, load.rank),
    text("name", 34, cutName(node.label, most)),
    text(wide ? "figure" : "figure at-end", wide ? end + 6 : width - 4, loadFigure(load)),
    wide ? text("counts", width - 4, countsText(load)) : null,
  ];
  const made = {
    ...{ name: load.overloaded ? "load-row overloaded" : "load-row", label },
    ...{ key: `load-${node.id}`, selected: node.id === state.selected },
    choose: () => actions.select(node.id),
  };
  return mark(made, shapes, texts);
}

function loadFigure(load) {
  return `${number(load.load)}${load.overloaded ? ` ${say("overloaded")}` : ""}`;
}

function loadAxis({ left, scale, most, right }, top, bottom) {
  const ticks = ticksTo(most, Math.max(2, Math.floor((right - left) / 110)));
  const marks = ticks.flatMap((value) => {
    const x = left + value * scale;
    const name = `tick${x ? "" : " at-start"}`;
    const label = svg("text", { class: name, x, y: top - 6 }, number(value, 2));
    return [svg("line", { class: "grid", x1: x, x2: x, y1: top, y2: bottom }), label];
  });
  return svg("g", { class: "axis", "aria-hidden": "true" }, ...marks);
}

/** The line of overload behind all bars, and where there is room for it that of the median. */
function limitLines({ left, scale, width, wide }, { median: middle, threshold }, top, bottom) {
  const [low, high] = [left + middle * scale, left + threshold * scale];
  const words = [
    say("load_median", { median: number(middle) }),
    say("load_limit", { threshold: number(threshold) }),
  ];
  const room = (text) => lettersIn(text) * 12 + 8;
  const withMedian = wide && low + room(words[0]) < high;
  const fits = high + room(words[1]) < width;
  return svg(
    "g",
    { class: "limits", "aria-hidden": "true" },
    ...(withMedian ? limitLine("median", low, words[0], top, bottom) : []),
    ...limitLine("limit", high, words[1], top, bottom, !fits),
  );
}

/** A line behind all bars with its words above, to its right, or `before` it. */
function limitLine(name, x, text, top, bottom, before = false) {
  const label = { class: `${name}-label${before ? " at-end" : ""}`, x: x + (before ? -4 : 4) };
  return [
    svg("line", { class: name, x1: x, x2: x, y1: top - 30, y2: bottom }),
    svg("text", { ...label, y: top - 22 }, text),
  ];
}
