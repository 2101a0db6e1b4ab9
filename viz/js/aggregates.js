// What stands for many nodes of a large graph until it is unfolded: the units of a function, the
// tasks of a section, and, where these are many, a whole county.

/** Where there are more aggregates than this, the counties are folded too at first. */
const MOST_AGGREGATES = 600;

/**
 * The aggregates of a model as marks {key, group, place, members, within, x, y, size, name}, by
 * key: `members` are ids of nodes, `within` is the key of the county that is folded over it.
 */
function aggregatesOf({ nodes, about }) {
  const counties = about.places.length > 1 && about.aggregates.length > MOST_AGGREGATES;
  const blocks = about.aggregates.map((row, number) =>
    aggregate(`b${number}`, nodes, row, row.nodes, counties ? `p${row.place}` : null),
  );
  const byPlace = Map.groupBy(counties ? blocks : [], ({ place }) => place);
  const whole = [...byPlace].map(([place, inside]) => {
    const members = inside.flatMap(({ members }) => members);
    return aggregate(`p${place}`, nodes, { place, group: "county" }, members, null);
  });
  return new Map([...whole, ...blocks].map((mark) => [mark.key, mark]));
}

function aggregate(key, nodes, row, members, within) {
  const box = around(members.map((id) => squareOf(nodes.get(id))));
  const side = Math.min(box.right - box.left, box.bottom - box.top) / 2;
  return {
    ...row,
    key,
    members,
    within,
    box,
    x: Math.round((box.left + box.right) / 2),
    y: Math.round((box.top + box.bottom) / 2),
    size: Math.max(AGGREGATE_SIZE, Math.round(side * 0.55)),
  };
}

/** The least half width of an aggregate: its count is written in it. */
const AGGREGATE_SIZE = 40;

/** What an aggregate is called. */
function aggregateName({ about }, { group, place, title, function: code, part }) {
  const said = about.functions[code];
  const name =
    group === "county"
      ? about.places[place]
      : (title ?? (said ? inLanguage(said) : (code ?? say(`all_${group}`))));
  return part ? say("part_of_many", { name, from: part[0], to: part[1] }) : name;
}

/** For each node the key of the aggregate that stands for it now; of others nothing. */
function foldedNodes(aggregates, unfolded) {
  const folded = new Map();
  for (const { key, members, within } of aggregates.values()) {
    if (within !== null && !unfolded.includes(within)) continue;
    if (unfolded.includes(key)) continue;
    for (const id of members) if (!folded.has(id)) folded.set(id, key);
  }
  return folded;
}

/** What is unfolded and can be folded again. */
function openAggregates(aggregates, unfolded) {
  return unfolded
    .map((key) => aggregates.get(key))
    .filter((mark) => mark && (mark.within === null || unfolded.includes(mark.within)));
}
