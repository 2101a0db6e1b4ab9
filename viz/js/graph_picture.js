// The graph as one SVG picture: what is in the window, as it looks there, with a legend below.

const GRAPH_LEGEND_LINE = 22;
const LEGEND_LETTER = 13;

function graphPicture(graph) {
  const sight = graph.sight();
  const scale = graph.network.getScale();
  const { clientWidth: width, clientHeight: height } = graph.container;
  const box = [sight.left, sight.top, width / scale, height / scale].map(hundredths);
  const drawn = svg(
    "svg",
    { x: 0, y: 0, width, height, viewBox: box.join(" "), "font-family": graph.palette.font },
    ...pictureParts(graph, sight, scale),
  );
  const legend = pictureLegend(graph, width, height);
  const size = { width, height: height + legend.height };
  return svg(
    "svg",
    { xmlns: SVG, ...size, role: "img", "aria-label": say("view_graph") },
    svg("rect", { ...size, fill: graph.palette.ground }),
    drawn,
    legend.drawn,
  );
}

function pictureParts(graph, sight, scale) {
  const { rows, frames, near, palette } = graph;
  const marks = new Map(rows.nodes.map((row) => [row.id, row]));
  const inSight = (x, y, room) => overlap(boxAt(x, y, 2 * room, 2 * room), sight);
  const lines = rows.edges.filter(({ from, to }) =>
    overlap(around([from, to].map((key) => squareOf({ ...marks.get(key), size: 1 }))), sight),
  );
  const seen = rows.nodes.filter(({ x, y, size = NEAR_WIDTH }) => inSight(x, y, size));
  return [
    ...frames.flatMap((frame) => pictureFrame(frame, scale, palette)),
    ...lines.map((row) => pictureLine(row, marks, near !== null)),
    ...seen.map((row) => (near ? pictureBox(row, scale) : pictureMark(row, scale))),
    ...(near ? near.headings.map((row) => pictureText(row, 15, palette.muted, 700)) : []),
    ...(near ? [] : pictureCounts(graph.scene.marks, palette)),
    ...(near ? [] : graph.labels.map((label) => pictureLabel(label, palette))),
  ];
}

function pictureFrame(frame, scale, palette) {
  const { left, right, top, bottom } = frame;
  const { text, x, y, font } = captionOf(frame, scale);
  return [
    svg("rect", {
      ...{ x: left, y: top, width: right - left, height: bottom - top },
      ...{ fill: "none", stroke: palette.rule, "stroke-width": hundredths(1 / scale) },
    }),
    svg(
      "text",
      {
        ...{ x: hundredths(x), y: hundredths(y + font), fill: palette.muted },
        ...{ "font-size": hundredths(font), "font-weight": 700 },
      },
      text,
    ),
  ];
}

function pictureLine({ from, to, width, color, dashes, arrows }, marks, curved) {
  const [a, b] = [marks.get(from), marks.get(to)];
  const middle = (a.x + b.x) / 2;
  const path = curved
    ? `M${a.x} ${a.y}C${middle} ${a.y} ${middle} ${b.y} ${b.x} ${b.y}`
    : `M${a.x} ${a.y}L${b.x} ${b.y}`;
  const line = svg("path", {
    d: path,
    fill: "none",
    stroke: color.color,
    "stroke-width": hundredths(width),
    "stroke-opacity": color.opacity,
    "stroke-dasharray": dashes ? dashes.join(" ") : null,
  });
  return arrows.to.enabled ? svg("g", {}, line, arrowHead(a, b, color.color)) : line;
}

function arrowHead(a, b, fill) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [x, y] = [b.x - dx * (b.size + 1), b.y - dy * (b.size + 1)];
  const [backX, backY] = [x - 7 * dx, y - 7 * dy];
  const corners = [
    [x, y],
    [backX - 3 * dy, backY + 3 * dx],
    [backX + 3 * dy, backY - 3 * dx],
  ];
  return svg("polygon", { points: pointsOf(corners), fill });
}

/** The corners of the shapes of vis-network, for a half width of 1. */
const CORNERS = {
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ],
  triangle: [
    [0, -1.01],
    [1.15, 0.98],
    [-1.15, 0.98],
  ],
  hexagon: [
    [1, 0],
    [0.5, 0.866],
    [-0.5, 0.866],
    [-1, 0],
    [-0.5, -0.866],
    [0.5, -0.866],
  ],
};

function pictureMark({ x, y, size, shape, color, borderWidth, opacity }, scale) {
  const look = {
    fill: color.background,
    stroke: color.border,
    "stroke-width": hundredths(borderWidth / scale),
    opacity: opacity === 1 ? null : opacity,
  };
  if (shape === "dot") return svg("circle", { cx: x, cy: y, r: size, ...look });
  const corners = CORNERS[shape].map(([right, down]) => [x + right * size, y + down * size]);
  return svg("polygon", { points: pointsOf(corners), ...look });
}

function pictureBox({ x, y, label, widthConstraint, heightConstraint, ...row }, scale) {
  const [width, height] = [widthConstraint + 2 * BOX_MARGIN, heightConstraint + 2 * BOX_MARGIN];
  const lines = label.split("\n");
  const { color, borderWidth, font, shapeProperties } = row;
  return svg(
    "g",
    {},
    svg("rect", {
      ...{ x: x - width / 2, y: y - height / 2, width, height, rx: shapeProperties.borderRadius },
      ...{ fill: color.background, stroke: color.border, "stroke-width": hundredths(borderWidth / scale) },
    }),
    ...lines.map((text, row) =>
      pictureText(
        { text, x, y: y + (row - lines.length / 2 + 0.5) * BOX_LINE + 0.36 * font.size },
        font.size,
        font.color,
        400,
      ),
    ),
  );
}

function pictureText({ text, x, y }, size, fill, weight) {
  return svg(
    "text",
    {
      ...{ x: hundredths(x), y: hundredths(y), fill, "text-anchor": "middle" },
      ...{ "font-size": hundredths(size), "font-weight": weight },
    },
    text,
  );
}

function pictureCounts(marks, palette) {
  return marks
    .filter(({ aggregate }) => aggregate)
    .map(({ x, y, size, count }) => {
      const font = countSize(size, count);
      return pictureText({ text: `${count}`, x, y: y + 0.36 * font }, font, palette.ink, 700);
    });
}

/** A name with a rim of the ground around its letters, so that lines do not cross them. */
function pictureLabel(label, palette) {
  const lines = linesAt(label).map(({ text, x, y }) =>
    svg("tspan", { x: hundredths(x), y: hundredths(y + 0.36 * label.font) }, text),
  );
  return svg(
    "text",
    {
      ...{ class: "name", "text-anchor": "middle", fill: label.ink, stroke: palette.ground },
      ...{ "stroke-width": hundredths(label.font * 0.3), "paint-order": "stroke" },
      ...{ "stroke-linejoin": "round", "font-size": hundredths(label.font) },
      "font-weight": label.bold ? 600 : 400,
    },
    ...lines,
  );
}

/** The kinds that are in the picture, each with its sign, in as many lines as they need. */
function pictureLegend({ palette, shown, model, focus }, width, top) {
  const nodes = tally([...shown.nodes].map((id) => kindOf(model.nodes.get(id))));
  const ids = focus ? focus.edges : shown.edges;
  const edges = tally([...ids].map((id) => model.edges.get(id).kind));
  const entries = [
    ...NODE_KINDS.filter((kind) => nodes.has(kind)).map((kind) => [kind, say(`kind_${kind}`)]),
    ...EDGE_KINDS.filter((kind) => edges.has(kind)).map((kind) => [kind, say(`edge_${kind}`)]),
  ];
  const lengthOf = ([, name]) => 40 + measured(name, false, palette.font) * LEGEND_LETTER;
  const places = inLines(entries.map(lengthOf), width - 12, GRAPH_LEGEND_LINE);
  const items = entries.flatMap(([kind, name], number) => {
    const [x, y] = [12 + places[number][0], top + 17 + places[number][1]];
    const sign = legendSign(kind, x + 8, y, palette);
    const text = svg("text", { x: x + 22, y: y + 0.36 * LEGEND_LETTER, fill: palette.ink }, name);
    return [sign, text];
  });
  const [, last] = places.at(-1) ?? [0, 0];
  const type = { class: "legend", "font-family": palette.font, "font-size": LEGEND_LETTER };
  return { drawn: svg("g", type, ...items), height: last + 34 };
}

function legendSign(kind, x, y, palette) {
  const colour = palette[kind];
  if (SHAPES[kind]) {
    const background = HOLLOW.has(kind) ? palette.ground : colour;
    const color = { background, border: colour };
    return pictureMark({ x, y, size: 5, shape: SHAPES[kind], color, borderWidth: 1.5, opacity: 1 }, 1);
  }
  return svg("line", {
    ...{ x1: x - 9, x2: x + 9, y1: y, y2: y, stroke: colour, "stroke-width": 2 },
    "stroke-dasharray": DASHES[kind]?.join(" ") ?? null,
  });
}

function pointsOf(corners) {
  return corners.map((corner) => corner.map(hundredths).join(",")).join(" ");
}

function hundredths(value) {
  return Math.round(value * 100) / 100;
}
