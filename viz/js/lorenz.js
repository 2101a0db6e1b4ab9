// How evenly load is spread: the Lorenz curve with the Gini coefficient.

const LORENZ = { side: 120, left: 34, top: 8, below: 34, right: 14 };
const TOP_UNITS = 3;

function lorenzFigure(units) {
  const loads = units.map(({ load }) => load.load);
  const words = concentrationText(loads);
  const caption = el("figcaption", {}, words);
  return el("figure", { class: "lorenz" }, lorenzPicture(loads, words), caption);
}

function concentrationText(loads) {
  const half = lorenzAt(lorenz(loads), 0.5);
  const values = {
    gini: number(gini(loads), 3),
    half: number(100 * half),
    top: number(100 * topShare(loads, TOP_UNITS)),
    n: TOP_UNITS,
  };
  return say("load_concentration", values);
}

function lorenzPicture(loads, words) {
  const { side, left, top, below, right } = LORENZ;
  const [width, height] = [left + side + right, top + side + below];
  const shares = lorenz(loads);
  const points = shares.map((share, place) => {
    const x = left + (side * place) / (shares.length - 1);
    return `${rounded(x, 1)},${rounded(top + side * (1 - share), 1)}`;
  });
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  return svg(
    "svg",
    { class: "chart-svg lorenz-chart", role: "img", "aria-label": words, ...size },
    svg("rect", { class: "frame", x: left, y: top, width: side, height: side }),
    svg("polygon", { class: "area", points: points.join(" ") }),
    svg("line", { class: "even", x1: left, y1: top + side, x2: left + side, y2: top }),
    svg("polyline", { class: "curve", points: points.join(" ") }),
    ...lorenzLabels(left, top, side, number(gini(loads), 3)),
  );
}

function lorenzLabels(left, top, side, coefficient) {
  const text = (name, x, y, words) => svg("text", { class: name, x, y }, words);
  return [
    text("small", left + 7, top + 18, say("lorenz_gini", { gini: coefficient })),
    text("tick", left, top + side + 14, "0"),
    text("tick", left + side, top + side + 14, "100%"),
    text("tick", left + side / 2, top + side + 28, say("lorenz_units")),
    text("tick at-end", left - 5, top + 10, "100%"),
    svg(
      "text",
      { class: "tick", transform: `translate(${left - 8} ${top + side / 2}) rotate(-90)` },
      say("lorenz_load"),
    ),
  ];
}
