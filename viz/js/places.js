// The frames around the counties, where several are shown, and around what was unfolded.

const FRAME = { side: 75, above: 105, below: 60 };
const LARGE_FRAME = { side: 130, above: 330, below: 130 };
const OPEN_FRAME = { side: 16, above: 62, below: 16 };

/**
 * A frame {name, left, right, top, bottom, place or null} for each place, where there are several,
 * and for what is unfolded of a large graph, where `folds` is what its caption folds again.
 */
function framesOf(model, aggregates, { unfolded }, shown) {
  if (!aggregates.size) return placeFrames(model, squaresByPlace(model, shown), FRAME);
  const boxes = Map.groupBy(aggregates.values(), ({ place }) => place);
  const counties = placeFrames(model, boxes, LARGE_FRAME)
    .map((frame) => ({ ...frame, folds: `p${frame.place}` }))
    .filter(({ folds }) => !aggregates.has(folds) || unfolded.includes(folds))
    .map(({ folds, ...frame }) => ({ ...frame, folds: aggregates.has(folds) ? folds : null }));
  return [...counties, ...openFrames(model, aggregates, unfolded)];
}

function squaresByPlace(model, shown) {
  const nodes = [...shown.nodes].map((id) => model.nodes.get(id));
  const byPlace = Map.groupBy(nodes, ({ place }) => place);
  return new Map([...byPlace].map(([place, some]) => [place, some.map(squareOf)]));
}

function placeFrames({ about }, boxes, { side, above, below }) {
  if (boxes.size < 2) return [];
  return [...boxes].map(([place, some]) => {
    const box = around(some.map((one) => one.box ?? one));
    return { place, name: about.places[place], folds: null, ...widened(box, side, above, below) };
  });
}

function openFrames(model, aggregates, unfolded) {
  const { side, above, below } = OPEN_FRAME;
  return openAggregates(aggregates, unfolded)
    .filter(({ group }) => group !== "county")
    .map(({ key, box, ...row }) => {
      const name = aggregateName(model, row);
      return { place: null, name, folds: key, ...widened(box, side, above, below) };
    });
}

function drawFrames(ctx, frames, scale, palette) {
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.fillStyle = palette.muted;
  for (const frame of frames) {
    const { left, right, top, bottom } = frame;
    const { text, x, y, font } = captionOf(frame, scale);
    ctx.font = `700 ${font}px ${palette.font}`;
    ctx.strokeStyle = palette.rule;
    ctx.lineWidth = 1 / scale;
    ctx.strokeRect(left, top, right - left, bottom - top);
    ctx.strokeStyle = palette.ground;
    ctx.lineWidth = font * 0.3;
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
}

/** The words on a frame, their upper left corner and the size of their letters. */
function captionOf({ name, folds, place, left, top }, scale) {
  const font = place === null ? Math.min(13 / scale, 44) : captionSize(scale);
  const text = folds ? say("folds", { name }) : name;
  return { text, x: left + font * 0.6, y: top + font * 0.5, font };
}

/** Larger from near, as far as the frame has room; never too small to be read. */
function captionSize(scale) {
  return Math.max(13 / scale, Math.min(20 / scale, 70));
}

/** Where the captions stand, which names must not cover. */
function captionBoxes(frames, scale) {
  return frames.map((frame) => {
    const { text, font } = captionOf(frame, scale);
    const { left, top } = frame;
    const right = left + font * (lettersIn(text) + 1);
    return { left, right, top, bottom: top + font * 1.7, folds: frame.folds };
  });
}
