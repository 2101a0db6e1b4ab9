// What if: leads are moved in the page, and what that comes to is shown beside. Nothing is written.

const WHATIF_TWO_COLUMNS = 720;
const WHATIF_GAP = 24;
/** How many units the chart shows at least, those that change before the heaviest. */
const WHATIF_ROWS = 12;

const whatifView = {
  key: "whatif",
  options: { whatifChanges: [] },
  has: ({ model }) => model.loaded.length > 0,
  show: (container, page) => showWhatif(container, page),
  picture: () => whatifPicture(),
};

function showWhatif(container, page) {
  const width = chartWidth(container, page);
  const isWide = width >= WHATIF_TWO_COLUMNS;
  const room = isWide ? (width - WHATIF_GAP) / 2 : width;
  const trial = trialOf(page);
  const parts = el(
    "div",
    { class: isWide ? "whatif two" : "whatif" },
    el("div", {}, ...whatifForm(page, trial)),
    el(
      "div",
      {},
      ...[changesList(page, trial), scenarioFile(trial)].filter(Boolean),
      ...outcomes(page, trial).map((outcome) => outcomeSection(page, outcome, room)),
    ),
  );
  refill(container, el("p", { class: "muted" }, say("whatif_intro")), parts);
}

/** The trial shown last, which most clicks leave as it is: {key, trial}. */
let trialShown = null;

function trialOf(page) {
  const key = JSON.stringify([page.state.plan, page.state.whatifChanges]);
  if (trialShown?.key !== key) trialShown = { key, trial: triedOut(page) };
  return trialShown.trial;
}

/** The changes of the state, those that can be carried out, and the loads before and after. */
function triedOut({ model, state }) {
  const changes = state.whatifChanges.map((text) => readChange(model, text));
  const { rows, done } = afterChanges(model, responsibilitiesOf(model), changes);
  const before = model.loadsIn(state.plan);
  const after = done.includes(true) ? loadsOf(model, rows, state.plan) : before;
  const loads = new Map(after.units.map(({ id, load }) => [id, load]));
  return { changes, done, rows, before, after, loads };
}

function addChange({ state, actions }, text) {
  actions.change({ whatifChanges: [...state.whatifChanges, text] });
  byId("whatif-changes").focus({ preventScroll: true });
}

/** What has been changed, each with a button to take it back. */
function changesList({ state, actions }, { changes, done }) {
  const { length } = changes;
  const title = length ? say("whatif_some", { n: length }) : say("whatif_none");
  const head = el("h2", { id: "whatif-changes", tabindex: "-1" }, title);
  if (!length) return head;
  const without = (place) => state.whatifChanges.filter((_, other) => other !== place);
  const items = changes.map((change, place) => {
    const words = change ? changeText(change.kind, change.nodes) : say("whatif_unreadable");
    const onclick = () => actions.change({ whatifChanges: without(place) });
    return el(
      "li",
      { class: done[place] ? null : "impossible" },
      el("span", {}, done[place] ? words : say("whatif_impossible", { change: words })),
      whatifButton(`undo-${place}`, say("whatif_undo"), onclick, joined(say("whatif_undo"), words)),
    );
  });
  const reset = () => actions.change({ whatifChanges: [] });
  return el(
    "section",
    { class: "changes" },
    head,
    el("ol", {}, ...items),
    whatifButton("undo-all", say("whatif_reset"), reset),
  );
}

function whatifButton(key, text, onclick, label = null) {
  const attributes = { type: "button", class: "small", "data-key": key, "aria-label": label };
  return el("button", { ...attributes, onclick }, text);
}

/** The changes as a file for the command line, to be copied. */
function scenarioFile({ changes, done }) {
  const some = changes.filter((_, place) => done[place]);
  if (!some.length) return null;
  return folded("whatif-file", say("whatif_file"), () => {
    const text = scenarioText(some);
    const rows = Math.min(text.split("\n").length, 16);
    const attributes = { readonly: true, rows, spellcheck: "false", class: "file" };
    const area = el("textarea", { ...attributes, "aria-label": say("whatif_file") }, text);
    const told = el("span", { role: "status" });
    const copy = whatifButton("copy", say("whatif_copy"), () => copyText(area, told));
    return [el("p", { class: "muted" }, say("whatif_file_use")), area, el("p", {}, copy, told)];
  });
}

/** Puts the text on the clipboard, or where that may not be used marks it for the reader to. */
async function copyText(area, told) {
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    told.textContent = say("whatif_copied");
  } catch {
    told.textContent = say("whatif_marked");
  }
}

function whatifPicture() {
  const sections = [...byId("view-whatif").querySelectorAll("section.outcome")];
  return stackedPicture(
    sections.map((section) => ({
      title: section.querySelector("h2").textContent,
      pictures: [section.querySelector("svg")],
    })),
  );
}
