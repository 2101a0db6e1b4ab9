// The marks and names of the timeline: one stop of the Tab key, arrow keys go from one to the next.

/** Lets the keys of a place for timelines work; once, since what stands in it is drawn anew. */
function wireTimelineKeys(container) {
  container.addEventListener("keydown", (event) => {
    const mark = event.target.closest("[data-x]");
    if (!mark) return;
    if (event.key === "Enter" || event.key === " ") mark.dispatchEvent(new MouseEvent("click"));
    else if (!reachMark(container, markBeside(container, mark, event.key))) return;
    event.preventDefault();
  });
}

/** Makes a mark the stop of the Tab key, and goes there. */
function reachMark(container, mark) {
  if (!mark) return false;
  stopAtMark(container, mark.dataset.key);
  mark.focus();
  return true;
}

/** Makes the mark of a key the stop, or the first one where there is none of that key. */
function stopAtMark(container, key) {
  const marks = timelineStops(container);
  const stop = marks.find(({ dataset }) => dataset.key === key) ?? marks[0];
  for (const mark of marks) mark.setAttribute("tabindex", mark === stop ? "0" : "-1");
}

function timelineStops(container) {
  return [...container.querySelectorAll("[data-x]")];
}

/** The mark that an arrow key leads to: in the row, or the nearest one of the row beside it. */
function markBeside(container, mark, key) {
  const at = ({ dataset }) => ({ x: Number(dataset.x), y: Number(dataset.y) });
  const { x, y } = at(mark);
  const ahead = {
    ArrowLeft: (other) => other.y === y && other.x < x,
    ArrowRight: (other) => other.y === y && other.x > x,
    ArrowUp: (other) => other.y < y,
    ArrowDown: (other) => other.y > y,
    Home: (other) => other.y === y,
  }[key];
  if (!ahead) return null;
  const far = (other) => Math.abs(at(other).y - y) * 1e5 + Math.abs(at(other).x - x);
  const others = timelineStops(container).filter((other) => other !== mark && ahead(at(other)));
  const order = key === "Home" ? (other) => at(other).x : far;
  return others.sort((a, b) => order(a) - order(b))[0] ?? null;
}
