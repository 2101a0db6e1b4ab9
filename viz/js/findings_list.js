// Findings as a list: rule by rule, each with its words, and links to what it is about.

/** Characters of a message that are shown; only names without end make it longer. */
const MOST_MESSAGE = 500;

function planOfFindings(page, { plan, rules, isFolded }) {
  const { plans, places } = page.model.about;
  const { title: planTitle, place } = plans[plan];
  const count = rules.reduce((sum, [, found]) => sum + found.length, 0);
  const name = places.length > 1 ? joined(places[place], planTitle) : planTitle;
  const title = el("h2", {}, counted(name, count));
  const fill = () => rules.map(([code, found]) => ruleOfFindings(page, plan, code, found));
  return el(
    "section",
    { class: "plan-of-findings" },
    ...(isFolded ? [folded(`findings-${plan}`, title, fill)] : [title, ...fill()]),
  );
}

function ruleOfFindings(page, plan, code, found) {
  const { severity, title, page: parts } = page.data.findings.rules[code];
  const key = `${plan}-${code}`;
  const list = listOfMost(`findings-${key}`, found, MOST_FINDINGS, (one) => findingEntry(page, one));
  return el(
    "section",
    { class: `rule-of-findings ${severity}` },
    el(
      "h3",
      {},
      severitySign(severity),
      el("span", { class: "severity-name" }, say(`severity_${severity}`)),
      el("span", { class: "rule-title" }, counted(inLanguage(title), found.length)),
      el("code", {}, code),
    ),
    ...list,
    folded(`rule-${key}`, say("findings_explain"), () => [explanationOf(inLanguage(parts))]),
  );
}

function explanationOf(parts) {
  return el("dl", { class: "explanation" }, ...parts.flatMap(([name, text]) => [el("dt", {}, name), el("dd", {}, text)]));
}

function findingEntry(page, one) {
  const { model, state } = page;
  const [task, body] = [one.task, one.body].map((id) => model.nodes.get(id));
  const chosen = [task, body].some((node) => node && node.id === state.selected);
  return el(
    "li",
    { class: `finding${chosen ? " chosen" : ""}` },
    el("p", { class: "message" }, cut(inLanguage(one.message), MOST_MESSAGE)),
    one.passage ? passageOf(one.passage) : null,
    one.correction ? correctionOf(one) : null,
    el(
      "p",
      { class: "where" },
      el("span", { class: "muted" }, placeOfFinding(one)),
      task ? nodeLink(page, task, `task-${one.id}`) : null,
      body ? nodeLink(page, body, `body-${one.id}`) : null,
    ),
    one.also ? el("p", { class: "muted" }, alsoOf(one)) : null,
  );
}

function passageOf([before, words, behind]) {
  return el("blockquote", {}, before, el("mark", {}, words), behind);
}

function correctionOf({ passage, correction }) {
  const wrong = passage ? [el("del", {}, passage[1]), " → "] : [];
  const right = el("ins", {}, correction);
  return el("p", { class: "correction" }, el("span", { class: "muted" }, say("findings_mend")), ...wrong, right);
}

/** The place in the document; outside of tasks with the heading that it stands below. */
function placeOfFinding({ place, section: title }) {
  return joined(inLanguage(place), title);
}

function alsoOf({ also, more }) {
  const places = also.map(inLanguage).join(say("comma"));
  return say(more ? "findings_also_more" : "findings_also", { places, n: more });
}
