// What can be searched for, made ready once: names, paths, functions, sounds, the words of tasks.

/** By what a node can be found, the best first. */
const FOUND_BY = [
  ...["name", "path", "code", "also", "function"],
  ...["sound", "sound of another name", "text"],
];
/** So many ranks there are of what is found, see `rankOf`. */
const RANKS = 3 * 2 * FOUND_BY.length;
const TEXT_BEFORE = 10;
const TEXT_AFTER = 30;

/** Gives `find(text, plan)`: what matches, the best first. */
function createSearchIndex(model, source) {
  const read = createReader(model.about.readings);
  const entries = byImportance([...model.nodes.values()]).map((node) => ({
    node,
    fields: fieldsOf(model, source, node),
    sounds: namesOf(model, node).map((name) => ({ name, ...read(name) })),
  }));
  return {
    find(text, plan) {
      const wanted = text.trim().toLowerCase();
      const pinyin = asPinyin(wanted);
      const ranks = Array.from({ length: RANKS }, () => []);
      for (const entry of entries) {
        if (!inPlan(entry.node, plan)) continue;
        const hit = hitIn(entry.fields, wanted) ?? (pinyin && soundHit(entry, pinyin));
        if (hit) ranks[rankOf(entry.node, hit)].push({ node: entry.node, ...hit });
      }
      return ranks.flat();
    },
  };
}

/** Bodies first, the heavier before the lighter; then tasks and indicators in their order. */
function byImportance(nodes) {
  const kind = new Map(nodes.map((node) => [node, NODE_KINDS.indexOf(kindOf(node))]));
  const load = (node) => node.load?.load ?? 0;
  return nodes.sort((a, b) => kind.get(a) - kind.get(b) || load(b) - load(a) || a.id - b.id);
}

function fieldsOf(model, source, node) {
  const field = (by) => (text) => ({ by, text, lower: lowered(text) });
  return [
    field("name")(node.label),
    ...[node.path].filter(Boolean).map(field("path")),
    ...[node.code].filter(Boolean).map(field("code")),
    ...(node.names ?? []).map(field("also")),
    ...workOf(model, node).flat().map(field("function")),
    ...[node.at && textAt(source, node.plans[0], node.at)].filter(Boolean).map(field("text")),
  ];
}

/** Small letters, as long as the text; a text that would change its length stays as it is. */
function lowered(text) {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** What a body does, in both languages; "other" says nothing. */
function workOf({ about }, node) {
  return (node.functions ?? []).filter((code) => code !== "other").map((code) => about.functions[code]);
}

function namesOf(model, node) {
  return [node.label, ...(node.names ?? []), ...workOf(model, node).map(([zh]) => zh)];
}

function hitIn(fields, wanted) {
  for (const { by, text, lower } of fields) {
    const at = lower.indexOf(wanted);
    if (at >= 0) return { by, text, mark: [at, at + wanted.length] };
  }
  return null;
}

function soundHit({ sounds }, wanted) {
  for (const sound of sounds) {
    const range = heard(sound, wanted);
    if (range) {
      const mark = range.map((place) => sound.letters.slice(0, place).join("").length);
      return { by: "sound", text: sound.name, mark };
    }
  }
  return null;
}

/** From 0: bodies, then names of others, then their text; the start before the middle. */
function rankOf(node, { by, text, mark }) {
  const group = isBody(node) ? 0 : by === "text" ? 2 : 1;
  const isElsewhere = by === "sound" && text !== node.label;
  const rank = FOUND_BY.indexOf(isElsewhere ? "sound of another name" : by);
  return (group * FOUND_BY.length + rank) * 2 + (mark[0] > 0 ? 1 : 0);
}

/** The text of a hit in pieces: before, what matched, after; a long one cut around it. */
function piecesOf({ by, text, mark: [from, to] }) {
  const low = by === "text" ? Math.max(0, from - TEXT_BEFORE) : 0;
  const high = by === "text" ? Math.min(text.length, to + TEXT_AFTER) : text.length;
  return [
    (low > 0 ? "…" : "") + text.slice(low, from),
    el("mark", {}, text.slice(from, to)),
    text.slice(to, high) + (high < text.length ? "…" : ""),
  ];
}
