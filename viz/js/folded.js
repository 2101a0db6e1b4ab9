// What is shown on a click only, and stays as the reader left it.

/** How many rows are made at most when a list is unfolded. */
const MOST_FOLDED = 500;
const unfolded = new Set();

/** Something closed at first; `fill` makes what is in it when it is opened for the first time. */
function folded(key, summary, fill, name = "folded") {
  const box = el("details", { class: name, "data-fold": key }, el("summary", { "data-key": `fold-${key}` }, summary));
  const open = () => {
    if (box.childElementCount === 1) box.append(...fill());
  };
  box.addEventListener("toggle", () => {
    if (!box.open) unfolded.delete(key);
    else {
      unfolded.add(key);
      open();
    }
  });
  box.open = unfolded.has(key);
  if (box.open) open();
  return box;
}

/** The first of many as a list; the others folded, as far as a page takes them. */
function listOfMost(key, rows, most, item, attributes = {}) {
  const rest = rows.slice(most, most + MOST_FOLDED);
  const left = rows.length - most - rest.length;
  const fill = () => [
    el("ul", attributes, ...rest.map(item)),
    left > 0 ? el("p", { class: "muted" }, say("folded_left_out", { n: left })) : null,
  ].filter(Boolean);
  return [
    el("ul", attributes, ...rows.slice(0, most).map(item)),
    rest.length ? folded(key, say("folded_more", { n: rows.length - most }), fill) : null,
  ];
}
