// What both pictures of collaboration show: which bodies, in what order, with which ties.

/** Bodies that a picture can hold; beyond that those that share most are shown. */
const MOST_BODIES = 200;
/** Ties a body in a network that can still be read. */
const TIES_A_BODY = 4;
/** Pairs that the table behind a picture lists. */
const MOST_PAIRS = 500;
const SHADES = 6;
/** Shared tasks at which the darkest shade starts at the earliest. */
const LEAST_DARKEST = 6;

/**
 * What is to be drawn: `tied`, the bodies that share tasks, those first that share most; of these
 * `bodies`, which have a tie of at least `least` tasks, in order, and `pairs`, their ties;
 * `counts` of shared tasks by id and id, `most` that any two share, `group`, the number of a
 * body's community; how many are left out as `untied` or `lighter` than those shown.
 */
function collaborationOf(page) {
  const { model, state } = page;
  const counts = sharedCounts(model, {
    plan: state.plan,
    collectives: state.matrixCollectives,
    boilerplate: state.matrixBoilerplate,
  });
  const all = closestPairs(counts, 1);
  const heaviest = heaviestFirst(all);
  const tied = new Set(heaviest.slice(0, MOST_BODIES));
  const within = all.filter(({ a, b }) => tied.has(a) && tied.has(b));
  const most = all.length ? all[0].tasks : 1;
  const asked = state.matrixLeast || leastAtFirst(within, tied.size, state.matrixForm);
  const least = Math.min(Math.max(1, asked), most);
  const pairs = within.filter(({ tasks }) => tasks >= least);
  const shown = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const group = groupsOf(page);
  const nodes = [...tied].map((id) => model.nodes.get(id));
  const bodies = nodes.filter(({ id }) => shown.has(id)).sort(orders(group)[state.matrixOrder]);
  return {
    ...{ bodies, counts, group, least, most, pairs },
    tied: nodes,
    untied: counts.size - heaviest.length + tied.size - bodies.length,
    lighter: heaviest.length - tied.size,
  };
}

/** Of a network so many tasks that it can be read; of a matrix one, since it always can. */
function leastAtFirst(pairs, bodies, form) {
  if (form !== "network") return 1;
  const beyond = pairs[Math.max(1, bodies) * TIES_A_BODY];
  return beyond ? beyond.tasks + 1 : 1;
}

/** The bodies of some pairs, those first that share most in all. */
function heaviestFirst(pairs) {
  const sums = new Map();
  for (const { a, b, tasks } of pairs)
    for (const id of [a, b]) sums.set(id, (sums.get(id) ?? 0) + tasks);
  return [...sums].sort((one, two) => two[1] - one[1] || one[0] - two[0]).map(([id]) => id);
}

/** The number of the community of each body that is in one; others come behind. */
function groupsOf({ data }) {
  const numbers = new Map(
    data.matrix.flatMap(({ bodies }, number) => bodies.map((id) => [id, number])),
  );
  return ({ id }) => numbers.get(id) ?? data.matrix.length;
}

/** The numbers of the bodies, but for the first, with which a community begins, in their order. */
function groupStarts({ bodies, group }, { matrixOrder }) {
  if (matrixOrder !== "community") return [];
  return bodies
    .map((_, number) => number)
    .slice(1)
    .filter((number) => group(bodies[number]) !== group(bodies[number - 1]));
}

/** How bodies can be ordered; places that are shown together stand one after the other. */
function orders(group) {
  const load = (node) => node.load?.load ?? -1;
  const byLoad = (a, b) => load(b) - load(a) || a.id - b.id;
  const byPlace = (a, b) => a.place - b.place;
  return {
    community: (a, b) => group(a) - group(b) || byLoad(a, b),
    load: (a, b) => byPlace(a, b) || byLoad(a, b),
    name: (a, b) => byPlace(a, b) || a.label.localeCompare(b.label, "zh") || a.id - b.id,
  };
}

/** The shade of a count, 1 to `SHADES`; finer among small counts, which are frequent. */
function shadeOf(count, most) {
  const share = (count - 1) / (Math.max(most, LEAST_DARKEST) - 1);
  return 1 + Math.floor(Math.sqrt(share) * (SHADES - 0.01));
}

/** The counts of each shade that occurs, as a text: 1, 2–3, 4–7. */
function shadeRanges(most) {
  const ranges = new Map();
  for (let count = 1; count <= most; count += 1) {
    const shade = shadeOf(count, most);
    ranges.set(shade, [ranges.get(shade)?.[0] ?? count, count]);
  }
  return [...ranges].map(([shade, [low, high]]) => ({
    shade,
    text: low === high ? `${low}` : `${low}–${high}`,
  }));
}

/** A name, with the place where bodies of several places are shown. */
function fullName({ model, state }, node) {
  const { places } = model.about;
  const many = places.length > 1 && state.plan === null;
  return many ? `${places[node.place]} ${node.label}` : node.label;
}

function pairLabel(page, a, b, tasks) {
  const [one, two] = [a, b].map((node) => fullName(page, node));
  return say("matrix_pair", { a: one, b: two, n: tasks });
}

function isPair(pair, a, b) {
  return pair !== null && pair.includes(a) && pair.includes(b);
}

/** How many are shown, and what is left out. */
function collaborationStatus({ bodies, pairs, least, untied, lighter }) {
  const left = [
    untied && say("matrix_untied", { n: untied }),
    lighter && say("matrix_lighter", { n: lighter, most: MOST_BODIES }),
  ];
  const shown = say("matrix_status", { bodies: bodies.length, pairs: pairs.length, least });
  return [shown, ...left].filter(Boolean).join(say("semicolon"));
}

/** The pairs as a table; each leads to its tasks. */
function pairTable(page, { pairs }) {
  const { nodes } = page.model;
  const rows = pairs.slice(0, MOST_PAIRS).map(({ a, b, tasks }) => {
    const onclick = () => page.actions.selectPair([a, b]);
    const label = pairLabel(page, nodes.get(a), nodes.get(b), tasks);
    const attributes = { type: "button", class: "link", "aria-label": label, onclick };
    return [
      fullName(page, nodes.get(a)),
      fullName(page, nodes.get(b)),
      el("button", attributes, String(tasks)),
    ];
  });
  const heads = [say("matrix_unit"), say("matrix_partner"), say("shared_tasks")];
  const cut = pairs.length > MOST_PAIRS ? say("matrix_first_pairs", { n: MOST_PAIRS }) : null;
  return [tableBehind(heads, rows), cut && el("p", { class: "muted" }, cut)];
}
