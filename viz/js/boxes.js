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
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
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
