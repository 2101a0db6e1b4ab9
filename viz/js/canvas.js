// What is drawn on the canvas beside what vis-network draws there.

function drawHeadings(ctx, headings, palette) {
  ctx.font = `700 15px ${palette.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = palette.muted;
  for (const { text, x, y } of headings) ctx.fillText(text, x, y);
}

/** In each aggregate, how many nodes it stands for. */
function drawCounts(ctx, marks, palette) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = palette.ink;
  for (const { x, y, size, aggregate, count } of marks) {
    if (!aggregate) continue;
    ctx.font = `700 ${countSize(size, count)}px ${palette.font}`;
    ctx.fillText(String(count), x, y);
  }
}

function countSize(size, count) {
  return (1.6 * size) / Math.max(2, String(count).length);
}

/** The ring around what the keyboard has come to. */
function drawRing(ctx, { x, y, size, width, height }, scale, palette) {
  const gap = 5 / scale;
  const half = { x: (width ?? 2 * size) / 2 + gap, y: (height ?? 2 * size) / 2 + gap };
  for (const [colour, line] of [
    [palette.ground, 6],
    [palette.accent, 3],
  ]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = line / scale;
    ctx.strokeRect(x - half.x, y - half.y, 2 * half.x, 2 * half.y);
  }
}
