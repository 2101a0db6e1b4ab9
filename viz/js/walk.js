// Walking from mark to mark by the arrow keys.

const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** How much farther what stands aside counts than what stands straight ahead. */
const ASIDE = 2;

/** The nearest mark in a direction, not farther aside than ahead; null where there is none. */
function nextMark(marks, from, [right, down]) {
  let [nearest, least] = [null, Infinity];
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y];
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down + dy * right);
    const length = ahead + ASIDE * aside;
    if (ahead > 0 && aside <= ahead && length < least) [nearest, least] = [mark, length];
  }
  return nearest;
}

/** The mark nearest to a point. */
function nearestMark(marks, { x, y }) {
  const distance = (mark) => (mark.x - x) ** 2 + (mark.y - y) ** 2;
  return marks.reduce(
    (best, mark) => (best === null || distance(mark) < distance(best) ? mark : best),
    null,
  );
}

/** What is said of a mark to those who do not see it. */
function saidOfMark({ node, aggregate, count }, model) {
  if (aggregate) return say("said_aggregate", { name: aggregateName(model, aggregate), n: count });
  const { load } = node;
  return joined(
    node.label,
    say(`kind_${kindOf(node)}`),
    load && say("said_load", { load: number(load.load) }),
    load?.overloaded && say("overloaded"),
  );
}
