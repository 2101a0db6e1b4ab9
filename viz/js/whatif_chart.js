// What changes come to: figures before and after, and the loads of the units as pairs of bars.

const TRIAL_ROW = 46;
const NO_LOAD = { load: 0, leads: 0, supports: 0, z: 0, rank: null, overloaded: false };

/** For each population that changes, or that of the heaviest: its units before and after. */
function outcomes({ model }, { before, after }) {
  const units = pairedUnits(model, before, after);
  const changed = new Set(units.filter(isChanged).map(({ among }) => among));
  const wanted = changed.size ? [...changed] : [units[0]?.among].filter((one) => one !== undefined);
  return wanted.sort((a, b) => a - b).map((among) => ({
    units: units.filter((unit) => unit.among === among),
    limits: [before, after].map(({ populations }) => populations[among]),
  }));
}

/** Units that have a load before or after, by the size of the change, then by load. */
function pairedUnits({ nodes }, before, after) {
  const [old, young] = [before, after].map(
    ({ units }) => new Map(units.map(({ id, load }) => [id, load])),
  );
  const units = [...new Set([...young.keys(), ...old.keys()])].map((id) => {
    const pair = { before: old.get(id) ?? NO_LOAD, after: young.get(id) ?? NO_LOAD };
    return { node: nodes.get(id), among: (young.get(id) ?? old.get(id)).among, ...pair };
  });
  const size = ({ before: one, after: other }) => Math.abs(other.load - one.load);
  return units.sort((a, b) => size(b) - size(a) || b.after.load - a.after.load);
}

function isChanged({ before, after }) {
  const measures = ["load", "leads", "supports", "overloaded"];
  return measures.some((name) => before[name] !== after[name]);
}

function outcomeSection(page, { units, limits }, width) {
  const changed = units.filter(isChanged).length;
  const shown = units.slice(0, Math.max(WHATIF_ROWS, changed));
  const { name } = limits[1] ?? limits[0];
  const title = say("whatif_outcome", { place: name, n: changed });
  return el(
    "section",
    { class: "outcome" },
    el("h2", {}, title),
    outcomeFigures(units, limits),
    trialChart(page, shown, limits, width, title),
    folded(`whatif-table-${name}`, say("behind"), () => [trialTable(units)], "behind"),
  );
}

function outcomeFigures(units, limits) {
  const sides = ["before", "after"].map((side, place) => {
    const loads = units.map((unit) => unit[side]).filter(({ rank }) => rank !== null);
    const values = loads.map(({ load }) => load);
    return {
      overloaded: loads.filter(({ overloaded }) => overloaded).length,
      threshold: number(limits[place]?.threshold ?? 0, 2),
      heaviest: number(Math.max(0, ...values)),
      gini: number(gini(values), 3),
    };
  });
  const rows = Object.keys(sides[0]).map((name) => [
    say(`whatif_figure_${name}`),
    sides[0][name],
    sides[1][name],
  ]);
  return wideTable([say("whatif_figure"), say("whatif_before"), say("whatif_after")], rows);
}

function trialChart(page, units, limits, width, title) {
  const most = Math.max(
    ...limits.map((limit) => limit?.threshold ?? 0),
    ...units.flatMap(({ before, after }) => [before.load, after.load]),
    1e-9,
  );
  const scale = (width - 6) / most;
  const entries = ["before", "after"].map((side) => [side, say(`whatif_${side}`)]);
  const legend = chartLegend(entries, width);
  const top = legend.height + 18;
  const height = top + units.length * TRIAL_ROW + 4;
  const rows = units.map((unit, place) =>
    trialRow(page, unit, scale, width, top + place * TRIAL_ROW),
  );
  return svg(
    "svg",
    { class: "chart-svg trial-chart", viewBox: `0 0 ${width} ${height}`, width, height },
    legend.marks,
    ...trialLimits(limits, scale, width, top, height),
    markList(title, rows, `trial-${page.state.selected}`),
  );
}

/** The line of overload after the changes, and where it has moved that before them. */
function trialLimits([before, after], scale, width, top, bottom) {
  const line = (name, { threshold }) => {
    const x = threshold * scale;
    return svg("line", { class: name, x1: x, x2: x, y1: top - 14, y2: bottom });
  };
  const lines = [after && line("limit", after)];
  if (before && before.threshold !== after?.threshold) lines.unshift(line("median", before));
  const text = say("load_limit", { threshold: number(after?.threshold ?? 0) });
  const x = (after?.threshold ?? 0) * scale;
  const fits = x + lettersIn(text) * 12 + 8 < width;
  const label = { class: `limit-label${fits ? "" : " at-end"}`, x: x + (fits ? 4 : -4) };
  return [...lines.filter(Boolean), svg("text", { ...label, y: top - 5 }, text)];
}

function trialRow({ state, actions }, { node, before, after }, scale, width, y) {
  const values = trialValues(node, before, after);
  const isSame = before.load === after.load;
  const text = isSame ? values.after : say("whatif_loads", values);
  const marks = [after.overloaded && "overloaded", isSame && "same"];
  const words = overloadChange(before, after);
  const room = (width - 30 - lettersIn(joined(text, words)) * CHART_LETTER) / CHART_LETTER;
  const made = {
    name: ["trial-row", ...marks.filter(Boolean)].join(" "),
    label: joined(say("whatif_row", values), words),
    ...{ key: `trial-${node.id}`, selected: node.id === state.selected },
    choose: () => actions.select(node.id),
  };
  const shapes = [
    svg("rect", { class: "ground", x: 0, y, width, height: TRIAL_ROW, rx: 4 }),
    ...barPieces([["before", isSame ? 0 : before.load * scale]], 0, y + 23, 7),
    ...barPieces([["after", after.load * scale]], 0, y + (isSame ? 25 : 30), 11),
  ];
  const texts = [
    svg("text", { class: "name", x: 4, y: y + 17 }, cutName(node.label, Math.max(4, room))),
    svg("text", { class: "figure at-end", x: width - 4, y: y + 17 }, joined(words, text)),
  ];
  return mark(made, shapes, texts);
}

function trialValues(node, before, after) {
  const change = after.load - before.load;
  return {
    name: node.label,
    before: number(before.load),
    after: number(after.load),
    change: `${change < 0 ? "−" : "+"}${number(Math.abs(change))}`,
    rank: before.rank ?? "–",
    rank_after: after.rank ?? "–",
    z: number(before.z, 2),
    z_after: number(after.z, 2),
  };
}

function overloadChange(before, after) {
  if (after.overloaded) return before.overloaded ? say("overloaded") : say("whatif_newly");
  return before.overloaded ? say("whatif_no_longer") : "";
}

function trialTable(units) {
  const heads = ["unit", "load", "rank", "z", "leads", "supports", "overloaded"];
  const both = (one, other) => (one === other ? String(one) : `${one} → ${other}`);
  const rows = units.map(({ node, before, after }) => {
    const values = trialValues(node, before, after);
    return [
      node.label,
      both(values.before, values.after),
      both(values.rank, values.rank_after),
      both(values.z, values.z_after),
      both(before.leads, after.leads),
      both(before.supports, after.supports),
      overloadChange(before, after),
    ];
  });
  return wideTable(heads.map((head) => say(`load_head_${head}`)), rows);
}
