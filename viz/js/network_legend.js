// What signs and lines of the network mean, in rows below it.

const KEY_LETTER = 12;
const KEY_LINE = 22;
const KEY_SIGN = 6;
const KEY_GAP = 18;

/** The items of a legend in rows no wider than `width`, from (0, 0) on; and its height. */
function networkLegend({ bodies, most }, width) {
  const entries = legendItems(bodies, most);
  const rooms = entries.map(({ room, text }) => room + 6 + lettersIn(text) * KEY_LETTER + KEY_GAP);
  const places = inLines(rooms, width, KEY_LINE);
  const items = entries.map(({ sign, room, text }, number) => {
    const [x, y] = places[number];
    const transform = `translate(${x} ${y + KEY_LINE / 2})`;
    return svg("g", { transform }, sign, svg("text", { x: room + 6, y: 4 }, text));
  });
  const [, last] = places.at(-1) ?? [0, 0];
  return { items, height: last + KEY_LINE };
}

/** The kinds of bodies that occur, and the thinnest and the thickest line. */
function legendItems(bodies, most) {
  const signs = [...new Set(bodies.map(({ group }) => group))].map((group) => ({
    ...signOf({ group }, group),
    text: say(`kind_${group}`),
  }));
  const heavy = bodies.find(({ load }) => load?.overloaded);
  const overloaded = heavy ? [{ ...signOf(heavy, "overloaded"), text: say("overloaded") }] : [];
  const lines = [...new Set([1, most])].map((tasks) => ({
    sign: svg("line", { class: "line", "stroke-width": tieWidth(tasks, most), x2: 24 }),
    room: 24,
    text: say("matrix_tasks", { n: tasks }),
  }));
  return [...signs, ...overloaded, ...lines];
}

function signOf(node, name) {
  const sign = svg("path", { d: signPath(node, KEY_SIGN, 0, KEY_SIGN) });
  return { sign: svg("g", { class: `body ${name}` }, sign), room: 2 * KEY_SIGN };
}

/** How wide the line of so many shared tasks is. */
function tieWidth(tasks, most) {
  return number(1 + (WIDEST_TIE - 1) * (tasks / Math.max(most, WIDEST_TIE)));
}
