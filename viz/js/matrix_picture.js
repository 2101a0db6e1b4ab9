// The matrix as one picture, for files and paper.

const CELL = 24;
const NAME_SIZE = 13;
const HEAD_LINE = 14;
const MATRIX_MARGIN = 12;
const LEAST_MATRIX_WIDTH = 480;
const LEGEND_ROOM = 44;

/** All of the matrix, or null; the names of columns have letter under letter, as files need it. */
function matrixPicture(scene, page) {
  const { bodies, most } = scene;
  if (!bodies.length) return null;
  const names = bodies.map((body) => cutName(fullName(page, body), MOST_NAME_LETTERS));
  const heads = bodies.map(({ label }) => cutName(label, MOST_HEAD_LETTERS));
  const left = MATRIX_MARGIN + Math.max(...names.map(lettersIn)) * NAME_SIZE + 8;
  const top = MATRIX_MARGIN + Math.max(...heads.map(({ length }) => length)) * HEAD_LINE;
  const side = bodies.length * CELL;
  const width = Math.max(left + side + MATRIX_MARGIN, LEAST_MATRIX_WIDTH);
  const height = top + side + LEGEND_ROOM;
  const at = (x, y, ...children) => svg("g", { transform: `translate(${x} ${y})` }, ...children);
  return svg(
    "svg",
    { class: "matrix-picture", viewBox: `0 0 ${width} ${height}`, width, height },
    at(left, top, svg("rect", { class: "empty", width: side, height: side })),
    at(left, top, ...bodies.flatMap((body, row) => drawnCells(scene, body, row))),
    at(left, top, ...groupLines(groupStarts(scene, page.state), side)),
    at(left - 8, top, ...names.map(rowName)),
    at(left, top - 6, ...heads.map(columnName)),
    at(left, top + side + 14, ...shadeLegend(most)),
  );
}

function cutName(name, most) {
  return breakLines(name, most, 1)[0];
}

function drawnCells({ bodies, counts, least, most }, body, row) {
  return bodies.flatMap((other, column) => {
    const tasks = counts.get(body.id).get(other.id) ?? 0;
    if (other === body) return drawnCell(row, column, "self", "");
    return tasks < least ? [] : drawnCell(row, column, `shade${shadeOf(tasks, most)}`, tasks);
  });
}

function drawnCell(row, column, name, text) {
  const [x, y] = [column * CELL, row * CELL];
  const size = CELL - 1;
  return [
    svg("rect", { class: name, x, y, width: size, height: size }),
    svg("text", { class: name, x: x + size / 2, y: y + 16 }, String(text)),
  ];
}

function groupLines(starts, side) {
  return starts
    .map((number) => number * CELL - 0.5)
    .map((at) => svg("path", { class: "begins", d: `M0 ${at}H${side}M${at} 0V${side}` }));
}

function rowName(name, row) {
  return svg("text", { class: "row-name", y: row * CELL + 16 }, name);
}

function columnName(name, column) {
  const x = column * CELL + CELL / 2;
  const letters = Array.from(name);
  const lines = letters.map((letter, place) => {
    const y = (place + 1 - letters.length) * HEAD_LINE;
    return svg("tspan", { x, y }, letter);
  });
  return svg("text", { class: "column-name" }, ...lines);
}

function shadeLegend(most) {
  const room = 64;
  const items = shadeRanges(most).flatMap(({ shade, text }, place) => [
    svg("rect", { class: `shade${shade}`, x: 88 + place * room, width: 16, height: 16 }),
    svg("text", { class: "note", x: 108 + place * room, y: 13 }, text),
  ]);
  return [svg("text", { class: "note", y: 13 }, say("shared_tasks")), ...items];
}
