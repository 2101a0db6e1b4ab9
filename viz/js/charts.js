// What charts share: width, scale, legend, keys, and how they become one picture.

const MOST_CHART_WIDTH = 1500;
const CHART_LETTER = 13;
const PICTURE_GAP = 24;
const TITLE_ROOM = 32;
const watchedPlaces = new WeakSet();

/** The room for a chart in the place of a view; shows the view anew when that changes. */
function chartWidth(container, page) {
  const { paddingLeft, paddingRight } = getComputedStyle(container);
  const width = container.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  if (!watchedPlaces.has(container)) {
    watchedPlaces.add(container);
    let before = container.clientWidth;
    new ResizeObserver(() => {
      if (!container.clientWidth || container.clientWidth === before) return;
      before = container.clientWidth;
      page.view.show(container, page);
    }).observe(container);
  }
  return Math.max(240, Math.min(width, MOST_CHART_WIDTH));
}

/** Round numbers from 0 to `most`, about as many as wanted. */
function ticksTo(most, wanted) {
  const rough = most / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step);
}

/** Where pieces of some lengths stand one after the other, in lines no wider: [x, y] of each. */
function inLines(lengths, width, lineHeight) {
  let [x, y] = [0, 0];
  return lengths.map((length) => {
    if (x > 0 && x + length > width) [x, y] = [0, y + lineHeight];
    const place = [x, y];
    x += length;
    return place;
  });
}

/** Signs with words beside them, in as many lines as they need; {marks, height}. */
function chartLegend(entries, width) {
  const rooms = entries.map(([, text]) => 18 + lettersIn(text) * 12 + 16);
  const places = inLines(rooms, width, 20);
  const marks = entries.flatMap(([name, text], number) => {
    const [x, y] = places[number];
    return [
      svg("rect", { class: `part ${name}`, x: x + 1, y: y + 3, width: 12, height: 12 }),
      svg("text", { class: "small", x: x + 18, y: y + 13 }, text),
    ];
  });
  const [, last] = places.at(-1) ?? [0, 0];
  return { marks: svg("g", { class: "chart-legend" }, ...marks), height: last + 20 };
}

/** Pieces of a bar beside each other from `x` on: [class, length] each. */
function barPieces(pieces, x, y, height) {
  let left = x;
  return pieces.map(([name, length]) => {
    const width = Math.max(0, length);
    const piece = svg("rect", { class: `part ${name}`, x: left, y, width, height });
    left += width;
    return piece;
  });
}

/**
 * A list of marks that can be chosen, one stop of the Tab key: arrow keys go from one to the
 * next, Enter chooses. `stop` is the key of the one that is the stop.
 */
function markList(label, marks, stop) {
  const list = svg("g", { role: "listbox", "aria-label": label, onkeydown: onMarkKey }, ...marks);
  const options = optionsIn(list);
  setStop(options, options.find(({ dataset }) => dataset.key === stop) ?? options[0]);
  return list;
}

/**
 * A mark of such a list: {name (class), label, key, selected, choose, column}, what can be hit,
 * and the texts over it, which the label says for those who hear.
 */
function mark({ name, label, key, selected, choose, column = null }, shapes, texts) {
  const attributes = {
    ...{ role: "option", "aria-label": label, "data-key": key, "data-column": column },
    "aria-selected": String(selected),
    onclick: choose,
  };
  const option = svg("g", attributes, svg("title", {}, label), ...shapes);
  return svg("g", { class: name }, option, svg("g", { "aria-hidden": "true" }, ...texts));
}

function optionsIn(list) {
  return [...list.querySelectorAll('[role="option"]')];
}

function onMarkKey(event) {
  const options = optionsIn(event.currentTarget);
  if (["Enter", " "].includes(event.key)) event.target.dispatchEvent(new MouseEvent("click"));
  else if (!goToMark(options, markAt(options, event.target, event.key))) return;
  event.preventDefault();
}

/** The mark that a key leads to: beside it, or above and below in its `data-column`. */
function markAt(marks, from, key) {
  const place = marks.indexOf(from);
  const isInColumn = ({ dataset }) => dataset.column === from.dataset.column;
  const to = {
    ArrowLeft: () => marks[place - 1],
    ArrowRight: () => marks[place + 1],
    ArrowUp: () => marks.slice(0, place).reverse().find(isInColumn),
    ArrowDown: () => marks.slice(place + 1).find(isInColumn),
    Home: () => marks[0],
    End: () => marks[marks.length - 1],
  };
  return to[key] && (to[key]() ?? from);
}

function goToMark(marks, wanted) {
  if (!wanted) return false;
  setStop(marks, wanted);
  wanted.focus({ preventScroll: true });
  wanted.scrollIntoView({ block: "nearest" });
  return true;
}

function setStop(marks, stop) {
  for (const one of marks) one.setAttribute("tabindex", one === stop ? "0" : "-1");
}

/**
 * Several charts {title, pictures} as one, or null where there is none: in columns, as many as let
 * them be shown largest on a sheet, the pictures of each chart beside each other.
 */
function stackedPicture(charts) {
  if (!charts.length) return null;
  const blocks = charts.map(chartBlock);
  const stacks = blocks.map((_, place) => inColumns(blocks, place + 1));
  const { width, height, places } = stacks.reduce((best, stack) =>
    sheetScale(stack) > sheetScale(best) ? stack : best,
  );
  const parts = blocks.map(({ drawn }, place) => svg("svg", places[place], ...drawn));
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  return svg("svg", { class: "chart-svg", ...size }, ...parts);
}

/** A chart with its title over it; {drawn, width, height}. */
function chartBlock({ title, pictures }) {
  let [left, height] = [0, 0];
  const copies = pictures.map((picture) => {
    const copy = picture.cloneNode(true);
    const [wide, high] = ["width", "height"].map((name) => Number(copy.getAttribute(name)));
    copy.setAttribute("x", left);
    copy.setAttribute("y", TITLE_ROOM);
    left += wide + PICTURE_GAP;
    height = Math.max(height, TITLE_ROOM + high);
    return copy;
  });
  const head = svg("text", { class: "chart-title", x: 0, y: 18 }, title);
  return { drawn: [head, ...copies], width: left - PICTURE_GAP, height: height + PICTURE_GAP };
}

/** Blocks one below the other in columns, each put where there is most room. */
function inColumns(blocks, count) {
  const wide = Math.max(...blocks.map(({ width }) => width)) + PICTURE_GAP;
  const heights = Array(count).fill(0);
  const places = blocks.map(({ width, height }) => {
    const column = heights.indexOf(Math.min(...heights));
    const y = heights[column];
    heights[column] += height;
    return { x: column * wide, y, width, height };
  });
  return { width: count * wide - PICTURE_GAP, height: Math.max(...heights), places };
}
