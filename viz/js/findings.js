// The view "findings": what the plan checker found, plan by plan, the gravest first.

const findingsView = {
  key: "findings",
  options: {
    /** The severities that are not shown. */
    findingsHidden: [],
    /** The code of the only rule that is shown; empty: all. */
    findingsRule: "",
  },
  has: ({ model }) => model.about.plans.length > 0,
  show(container, page) {
    const found = findingsIn(page);
    const groups = openedFirst(findingsByPlan(page, findingsShown(page, found)));
    refill(
      container,
      el("p", { class: "summary", role: "status" }, findingsSummary(page, found)),
      found.length ? findingsFilters(page, found) : null,
      ...groups.map((group) => planOfFindings(page, group)),
      ...findingsLeftOut(page),
    );
  },
};

const SEVERITIES = ["error", "warning", "info"];
const SEVERITY_SIGNS = { error: "✕", warning: "!", info: "i" };
const MOST_FINDINGS = 20;
/** From so many findings on, further plans are folded. */
const MOST_UNFOLDED = 150;

function findingsIn({ data, state }) {
  return data.findings.found.filter((one) => inPlan(one, state.plan));
}

function severityOf({ data }, { code }) {
  return data.findings.rules[code].severity;
}

function findingsShown(page, found) {
  const { findingsHidden, findingsRule } = page.state;
  return found.filter(
    (one) =>
      !findingsHidden.includes(severityOf(page, one)) &&
      (!findingsRule || one.code === findingsRule),
  );
}

/** Groups {plan, rules: [{code, found}]} in the order of plans; the rules by severity. */
function findingsByPlan(page, found) {
  const rank = (one) => SEVERITIES.indexOf(severityOf(page, one));
  const ordered = [...found].sort((a, b) => a.plan - b.plan || rank(a) - rank(b));
  const groups = new Map();
  for (const one of ordered) {
    if (!groups.has(one.plan)) groups.set(one.plan, new Map());
    const rules = groups.get(one.plan);
    if (!rules.has(one.code)) rules.set(one.code, []);
    rules.get(one.code).push(one);
  }
  return [...groups].map(([plan, rules]) => ({ plan, rules: [...rules] }));
}

/** The groups with whether they are `folded`: those behind the first so many findings. */
function openedFirst(groups) {
  let before = 0;
  return groups.map((group) => {
    const isFolded = before >= MOST_UNFOLDED;
    before += group.rules.reduce((sum, [, found]) => sum + found.length, 0);
    return { ...group, isFolded };
  });
}

/** How many there are of each severity, and how many rules were applied. */
function findingsSummary(page, found) {
  const { applied } = page.data.findings;
  if (!found.length) return say("findings_none", { rules: applied });
  const counts = tally(found.map((one) => severityOf(page, one)));
  const numbers = Object.fromEntries(SEVERITIES.map((name) => [name, counts.get(name) ?? 0]));
  return say("findings_counts", { total: found.length, rules: applied, ...numbers });
}

function findingsFilters(page, found) {
  const counts = tally(found.map((one) => severityOf(page, one)));
  const severities = SEVERITIES.filter((name) => counts.has(name)).map((name) =>
    severityFilter(page, name, counts.get(name)),
  );
  const group = { class: "severities", role: "group", "aria-label": say("findings_severities") };
  return el("div", { class: "finding-filters" }, el("div", group, ...severities), ruleFilter(page, found));
}

function severityFilter({ state, actions }, name, count) {
  const hidden = state.findingsHidden.includes(name);
  const others = state.findingsHidden.filter((other) => other !== name);
  const attributes = {
    type: "button",
    class: "chip",
    "data-key": `severity-${name}`,
    "aria-pressed": String(!hidden),
    onclick: () => actions.change({ findingsHidden: hidden ? others : [...others, name] }),
  };
  return el(
    "button",
    attributes,
    severitySign(name),
    el("span", {}, say(`severity_${name}`)),
    el("b", {}, String(count)),
  );
}

function severitySign(name) {
  return el("i", { class: `severity ${name}`, "aria-hidden": "true" }, SEVERITY_SIGNS[name]);
}

function ruleFilter({ data, state, actions }, found) {
  const counts = tally(found.map(({ code }) => code));
  const options = Object.entries(data.findings.rules)
    .filter(([code]) => counts.has(code))
    .map(([code, { title }]) => {
      const text = counted(`${code} ${inLanguage(title)}`, counts.get(code));
      return el("option", { value: code, selected: code === state.findingsRule }, text);
    });
  const attributes = {
    "data-key": "rule-filter",
    "aria-label": say("findings_rule"),
    onchange: ({ target }) => actions.change({ findingsRule: target.value }),
  };
  return el("select", attributes, el("option", { value: "" }, say("findings_all_rules")), ...options);
}

/** What was not checked: for want of the text of a plan, or since there are many plans. */
function findingsLeftOut({ data, model, state }) {
  const { bare, unread, skipped } = data.findings;
  const plans = bare.filter((plan) => state.plan === null || plan === state.plan);
  const titles = plans.map((plan) => say("title", { title: model.about.plans[plan].title }));
  const list = (values) => values.join(say("comma"));
  const note = (text) => el("p", { class: "without" }, text);
  return [
    skipped.length
      ? note(say("findings_skipped", { n: model.about.plans.length, codes: list(skipped) }))
      : null,
    plans.length ? note(say("findings_unread", { plans: list(titles), codes: list(unread) })) : null,
  ];
}
