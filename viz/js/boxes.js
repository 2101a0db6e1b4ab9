// Rectangles {left, right, top, bottom}.

function squareOf({ x, y, size }) {
  return { left: x - size, right: x + size, top: y - size, bottom: y + size };
}

function boxAt(x, y, width, height) {
  return {
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  };
}

function widened(box, side, above, below) {
  return {
    left: box.left - side,
    right: box.right + side,
    top: box.top - above,
    bottom: box.bottom + below,
  };
}

function around(boxes) {
  const whole = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { left, right, top, bottom } of boxes) {
    whole.left = Math.min(whole.left, left);
    whole.right = Math.max(whole.right, right);
    whole.top = Math.min(whole.top, top);
    whole.bottom = Math.max(whole.bottom, bottom);
  }
  return whole;
}

function common(a, b) {
  return {
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function within(a, b) {
  return a.left > b.left && a.right < b.right && a.top > b.top && a.bottom < b.bottom;
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Boxes by the squares of a grid that they touch, so that few are looked at for an overlap. */
class Taken {
  constructor(side) {
    this.side = side;
    this.cells = new Map();
  }

  add(box) {
    for (const key of this.keysOf(box)) {
      if (this.cells.has(key)) this.cells.get(key).push(box);
      else this.cells.set(key, [box]);
    }
  }

  hits(box) {
    return this.keysOf(box).some((key) =>
      this.cells.get(key)?.some((other) => overlap(box, other)),
    );
  }

  keysOf({ left, right, top, bottom }) {
    const [first, last, upper, lower] = [left, right, top, bottom].map((at) =>
      Math.floor(at / this.side),
    );
    const keys = [];
    for (let column = first; column <= last; column += 1) {
      for (let row = upper; row <= lower; row += 1) keys.push(`${column},${row}`);
    }
    return keys;
  }
}
