// The frames around the counties, where several are shown.

const FRAME = { side: 130, above: 130, below: 100 };

/** A frame {place, name, left, right, top, bottom} for each place, where there are several. */
function framesOf(model, shown) {
  const places = new Map();
  for (const id of shown.nodes) {
    const node = model.nodes.get(id);
    if (!places.has(node.place)) places.set(node.place, []);
    places.get(node.place).push(squareOf(node));
  }
  if (places.size < 2) return [];
  return [...places].map(([place, squares]) => ({
    place,
    name: model.about.places[place],
    ...widened(around(squares), FRAME.side, FRAME.above, FRAME.below),
  }));
}

function drawFrames(ctx, frames, scale, palette) {
  const font = captionSize(scale);
  ctx.font = `700 ${font}px ${palette.font}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.lineWidth = 1 / scale;
  ctx.strokeStyle = palette.rule;
  ctx.fillStyle = palette.muted;
  for (const { name, left, right, top, bottom } of frames) {
    ctx.strokeRect(left, top, right - left, bottom - top);
    ctx.fillText(name, left + font * 0.6, top + font * 0.5);
  }
}

/** Where the captions stand, which names must not cover. */
function captionBoxes(frames, scale) {
  const font = captionSize(scale);
  return frames.map(({ name, left, top }) => ({
    left,
    right: left + font * (lettersIn(name) + 1),
    top,
    bottom: top + font * 1.7,
  }));
}

function captionSize(scale) {
  return Math.min(20 / scale, 70);
}
