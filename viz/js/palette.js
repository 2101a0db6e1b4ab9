// Colours of the canvas, taken from the style sheet so that both follow the theme.

const COLOURS = [
  ...NODE_KINDS,
  ...EDGE_KINDS,
  "overloaded",
  "ground",
  "rule",
  "ink",
  "filled-ink",
  "muted",
  "accent",
];

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const colours = COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return { ...Object.fromEntries(colours), font: getComputedStyle(document.body).fontFamily };
}
