// The words of the plans: pieces of text, and places in them made visible.

const BEFORE = 46;
const AFTER = 30;
const OPENING = "〔（([【";
const CLOSING = "〕）)]】";

/** Finds text by plan and place; places count code points, as the facts do. */
function createSource(about) {
  const pieces = about.texts.map(
    (rows) => rows && rows.map(([start, text]) => ({ start, points: Array.from(text) })),
  );
  return {
    has: (plan) => Boolean(pieces[plan]),
    /** Where words stand: {unit, name}, such as the 3rd line; null where that is not known. */
    place(plan, [start]) {
      const { unit, starts = [] } = about.where[plan];
      const found = lastFrom(starts, start, ([first]) => first);
      return found ? { unit, name: found[1] } : null;
    },
    /** The piece around a place, or nothing where the texts were left out. */
    around(plan, [start, end]) {
      const piece = lastFrom(pieces[plan] ?? [], start, (one) => one.start);
      return piece && end <= piece.start + piece.points.length ? piece : undefined;
    },
  };
}

/** Of rows in order of their starts the last that starts at a place or before it. */
function lastFrom(rows, place, startOf) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(rows[middle]) <= place) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}

/** The words at a place; null where there is no text. */
function textAt(source, plan, at) {
  const piece = source.around(plan, at);
  return piece && piece.points.slice(at[0] - piece.start, at[1] - piece.start).join("");
}

/** A short passage around a place, the place marked; null where there is no text. */
function excerpt(source, plan, at) {
  const piece = at && source.around(plan, at);
  if (!piece) return null;
  const [start, end] = at.map((place) => place - piece.start);
  const low = passageStart(piece.points, start);
  const high = passageEnd(piece.points, end);
  const cut = (a, b) => piece.points.slice(a, b).join("");
  return el(
    "blockquote",
    {},
    low.cut ? "…" : "",
    cut(low.place, start),
    el("mark", {}, cut(start, end)),
    cut(end, high.place),
    high.cut ? "…" : "",
  );
}

/** Where the sentence or bracket around a place begins; cut where that is far. */
function passageStart(points, start) {
  let depth = 0;
  for (let place = start - 1; place >= 0; place -= 1) {
    if (place < start - BEFORE) return { place: place + 1, cut: true };
    if (CLOSING.includes(points[place])) depth += 1;
    else if (OPENING.includes(points[place])) depth -= 1;
    if (depth < 0) return { place, cut: false };
    if (points[place] === "。") return { place: place + 1, cut: false };
  }
  return { place: 0, cut: false };
}

/** Where the sentence or bracket around a place ends; cut where that is far. */
function passageEnd(points, end) {
  let depth = 0;
  for (let place = end; place < points.length; place += 1) {
    if (place >= end + AFTER) return { place, cut: true };
    if (OPENING.includes(points[place])) depth += 1;
    else if (CLOSING.includes(points[place])) depth -= 1;
    if (depth < 0 || points[place] === "。") return { place: place + 1, cut: false };
  }
  return { place: points.length, cut: false };
}

/** The whole text of a task with marks {at, kind, title}; of marks that overlap the first stays. */
function markedText(source, plan, at, marks) {
  const piece = source.around(plan, at);
  if (!piece) return null;
  const box = el("div", { class: "text" });
  const inside = marks
    .filter((mark) => mark.at[0] >= at[0] && mark.at[1] <= at[1])
    .sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]);
  let place = at[0];
  const cut = (from, to) => piece.points.slice(from - piece.start, to - piece.start).join("");
  for (const mark of inside) {
    if (mark.at[0] < place) continue;
    box.append(
      cut(place, mark.at[0]),
      el("mark", { class: mark.kind, title: mark.title }, cut(...mark.at)),
    );
    place = mark.at[1];
  }
  box.append(cut(place, at[1]));
  return box;
}
