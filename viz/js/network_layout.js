// Where the bodies of the network stand: pulled together by the tasks they share, names apart.
//
// A spring model after Fruchterman and Reingold (1991, Graph drawing by force-directed placement),
// then whatever overlaps is pushed apart. Nothing in it hangs on chance.

const LAYOUT_STEPS = 240;
const FIRST_STEP = 60;
const GRAVITY = 0.1;
/** Width to height that bodies are stretched to; pushing wide names apart takes height again. */
const STRETCH = 2;
/** Room around a body and its name, in the picture's own lengths. */
const ROOM = 8;
/** Steps of pushing after which all is spread, where there is no room to push into. */
const PUSHES = 60;
/** Cosine and sine of the golden angle; turning by it fills a disc evenly (Vogel 1979). */
const TURN = [-0.7373688780783197, 0.6754902942615238];

/**
 * Puts `x` and `y` on bodies {width, height}: middles of boxes that do not overlap. `ties`: {from,
 * to, pull} by the numbers of bodies, `pull` from 0 to 1.
 */
function layOut(bodies, ties) {
  const area = bodies.reduce((sum, { width, height }) => sum + width * height, 0);
  const spring = Math.sqrt(area / Math.max(1, bodies.length));
  onDisc(bodies, spring);
  for (let step = 0; step < LAYOUT_STEPS; step += 1)
    moveAll(bodies, ties, spring, FIRST_STEP * (1 - step / LAYOUT_STEPS));
  for (const body of bodies) {
    body.x *= Math.sqrt(STRETCH);
    body.y /= Math.sqrt(STRETCH);
  }
  separate(bodies);
}

function onDisc(bodies, spring) {
  let [x, y] = [1, 0];
  bodies.forEach((body, number) => {
    const far = spring * Math.sqrt(number + 0.5);
    Object.assign(body, { x: x * far, y: y * far });
    [x, y] = [x * TURN[0] - y * TURN[1], x * TURN[1] + y * TURN[0]];
  });
}

function moveAll(bodies, ties, spring, longest) {
  const moves = bodies.map(({ x, y }) => [-x * GRAVITY, -y * GRAVITY]);
  const push = (a, b, strength) => {
    const [right, down] = [bodies[a].x - bodies[b].x, bodies[a].y - bodies[b].y];
    const far = Math.sqrt(right * right + down * down) + 0.01;
    const force = strength(far) / far;
    moves[a][0] += right * force;
    moves[a][1] += down * force;
    moves[b][0] -= right * force;
    moves[b][1] -= down * force;
  };
  for (let a = 0; a < bodies.length; a += 1)
    for (let b = a + 1; b < bodies.length; b += 1) push(a, b, (far) => (spring * spring) / far);
  for (const { from, to, pull } of ties) push(from, to, (far) => (-pull * far * far) / spring);
  bodies.forEach((body, number) => {
    const [right, down] = moves[number];
    const length = Math.sqrt(right * right + down * down) + 0.01;
    const share = Math.min(length, longest) / length;
    body.x += right * share;
    body.y += down * share;
  });
}

/** Pushes boxes apart until none overlap; from time to time makes more room. */
function separate(bodies) {
  for (let step = 1; pushApart(bodies); step += 1) {
    if (step % PUSHES) continue;
    for (const body of bodies) {
      body.x *= 1.05;
      body.y *= 1.05;
    }
  }
}

/** One step of pushing, along the shorter way; whether any two overlapped. */
function pushApart(bodies) {
  let met = false;
  for (let a = 0; a < bodies.length; a += 1) {
    for (let b = a + 1; b < bodies.length; b += 1) {
      const [one, two] = [bodies[a], bodies[b]];
      const [right, down] = [two.x - one.x, two.y - one.y];
      const wide = (one.width + two.width) / 2 + ROOM - Math.abs(right);
      const high = (one.height + two.height) / 2 + ROOM - Math.abs(down);
      if (wide <= 0 || high <= 0) continue;
      met = true;
      const axis = wide < high ? "x" : "y";
      const move = (Math.min(wide, high) / 2 + 0.01) * (two[axis] < one[axis] ? -1 : 1);
      one[axis] -= move;
      two[axis] += move;
    }
  }
  return met;
}
