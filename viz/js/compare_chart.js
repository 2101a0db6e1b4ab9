// Small multiples: the share of load of each function, a column a county, or where that would be
// too narrow the counties of each function below each other.

const MULTIPLES = { label: 128, row: 40, least: 128, bar: 11, head: 24 };
const STACKED = { line: 21, head: 24, place: 76 };
/** Letters of a size of 12 pixels. */
const CELL_LETTER = 12;

function compareChart(page, places, functions, width) {
  const column = (width - MULTIPLES.label) / places.length;
  const shares = functions.flatMap(({ cells }) => [...cells.values()].map(({ share }) => share));
  const most = Math.max(...shares, 1e-9);
  const draw = column >= MULTIPLES.least ? multiples : stackedBars;
  const { marks, texts, height } = draw(page, places, functions, { width, column, most });
  const list = markList(say("compare_functions"), marks, null);
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  return svg("svg", { class: "chart-svg compare-chart", ...size }, ...texts, list);
}

function multiples(page, places, functions, shape) {
  const { label, row, head } = MULTIPLES;
  const texts = places.map(({ name }, place) => {
    const x = label + place * shape.column;
    return svg("text", { class: "head", x, y: 15 }, cutName(name, shape.column / 14));
  });
  const marks = [];
  functions.forEach(({ name, cells }, line) => {
    const y = head + line * row;
    texts.push(svg("line", { class: "grid", x1: 0, x2: shape.width, y1: y, y2: y }));
    texts.push(...functionName(name, y + row / 2 + 5));
    places.forEach((place, column) => {
      const x = label + column * shape.column;
      const cell = cells.get(place.number);
      if (!cell) texts.push(svg("text", { class: "small", x, y: y + row / 2 + 4 }, "–"));
      else marks.push(multiple(page, place, name, cell, { ...shape, x, y, number: column }));
    });
  });
  return { marks, texts, height: head + functions.length * row + 4 };
}

/** The name of a function in one line or two around a height. */
function functionName(name, y) {
  const lines = nameLines(inLanguage(name), (MULTIPLES.label - 8) / CHART_LETTER);
  const middle = (lines.length - 1) / 2;
  return lines.map((text, line) => svg("text", { x: 0, y: y + (line - middle) * 15 }, text));
}

/** Two lines at most, broken between words where there are any. */
function nameLines(name, letters) {
  const words = name.split(" ");
  const first = words.findIndex((_, n) => lettersIn(words.slice(0, n + 1).join(" ")) > letters);
  if (first < 1) return breakLines(name, letters, 2);
  const lines = [words.slice(0, first), words.slice(first)];
  return lines.map((line) => cutName(line.join(" "), letters));
}

function multiple(page, place, name, cell, { x, y, column, number: at, most }) {
  const { row, bar: thick } = MULTIPLES;
  const length = (cell.share / most) * (column - 12);
  const words = cellWords(page, cell, (column - 10) / CELL_LETTER);
  const room = { x: x - 3, y: y + 2, width: column - 4, height: row - 4 };
  return cellMark(page, place, name, cell, at, room, {
    bars: barPieces([[partOf(cell), length]], x, y + 6, thick),
    texts: [svg("text", { class: "small", x, y: y + 32 }, words)],
  });
}

function stackedBars(page, places, functions, { width, most }) {
  const texts = [];
  const marks = [];
  let y = 0;
  for (const { name, cells } of functions) {
    texts.push(svg("text", { class: "head", x: 0, y: y + 17 }, inLanguage(name)));
    y += STACKED.head;
    for (const place of places.filter(({ number }) => cells.has(number))) {
      marks.push(stackedBar(page, place, name, cells.get(place.number), { y, width, most }));
      y += STACKED.line;
    }
    y += 8;
  }
  return { marks, texts, height: y };
}

function stackedBar(page, place, name, cell, { y, width, most }) {
  const left = STACKED.place;
  const length = (cell.share / most) * (width - left) * 0.4;
  const words = cellWords(page, cell, (width - left - length - 8) / CELL_LETTER);
  const text = (x, said) => svg("text", { class: "small", x, y: y + 15 }, said);
  return cellMark(page, place, name, cell, 0, { x: 0, y, width, height: STACKED.line }, {
    bars: barPieces([[partOf(cell), length]], left, y + 5, MULTIPLES.bar),
    texts: [text(2, cutName(place.name, left / CELL_LETTER - 1)), text(left + length + 5, words)],
  });
}

/** Where no unit leads, what is carried is support. */
function partOf({ leading }) {
  return leading.length ? "lead" : "support";
}

/** The heaviest unit that leads, or supports, and the share of the load. */
function cellWords({ model }, cell, letters) {
  const figures = `${number(100 * cell.share)}%`;
  const name = model.nodes.get(mainUnit(cell)).label;
  const more = Math.max(0, (cell.leading.length || cell.units.length) - 1);
  const rest = more ? ` +${more}` : "";
  return `${figures} ${cutName(name, Math.max(2, letters - lettersIn(figures + rest) - 1))}${rest}`;
}

function mainUnit({ leading, units }) {
  return leading[0] ?? units[0];
}

function cellMark(page, place, name, cell, column, room, { bars, texts }) {
  const { nodes } = page.model;
  const names = (ids) => ids.map((id) => nodes.get(id).label).join(say("comma"));
  const values = {
    place: place.name,
    function: inLanguage(name),
    share: number(100 * cell.share),
    leads: cell.leads,
    units: names(cell.leading.length ? cell.leading : cell.units),
  };
  const made = {
    ...{ name: "compare-cell", label: say("compare_mark", values), column },
    key: `compare-${cell.code}-${place.number}`,
    selected: cell.units.includes(page.state.selected),
    choose: () => selectUnit(page, mainUnit(cell)),
  };
  return mark(made, [svg("rect", { class: "ground", ...room, rx: 4 }), ...bars], texts);
}
