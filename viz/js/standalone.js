// A picture of the page as a file of its own: what the style sheet says is written into it.

/** Properties that children take over from what they stand in. */
const INHERITED = [
  ...["fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity"],
  ...["stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-family", "font-size"],
  ...["font-weight", "font-style", "text-anchor", "dominant-baseline", "letter-spacing"],
  ...["visibility", "paint-order", "writing-mode"],
];
/** Properties that hold for one element, with what they are where nothing is said. */
const OWN = { opacity: "1", "stop-color": "rgb(0, 0, 0)", "stop-opacity": "1" };
const DROPPED = /^(class|style|tabindex|role|focusable|data-.*|aria-.*)$/;
/** What XML cannot hold: control characters, halves of characters. */
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A copy that needs no style sheet. The picture may stand in the page or not. */
function standalone(picture) {
  if (picture.isConnected) return plainCopy(picture);
  const place = el("div", { class: "offstage" }, picture);
  document.querySelector(".view:not([hidden])").append(place);
  const copy = plainCopy(picture);
  place.remove();
  return copy;
}

function plainCopy(element, above = null) {
  const style = getComputedStyle(element);
  if (style.display === "none") return null;
  const copy = element.cloneNode(false);
  for (const { name } of [...copy.attributes]) if (DROPPED.test(name)) copy.removeAttribute(name);
  const changed = INHERITED.filter(
    (name) => !above || style.getPropertyValue(name) !== above.getPropertyValue(name),
  );
  const own = Object.keys(OWN).filter((name) => style.getPropertyValue(name) !== OWN[name]);
  for (const name of [...changed, ...own])
    copy.setAttribute(name, style.getPropertyValue(name).replace(/(\d)px/g, "$1"));
  for (const child of element.childNodes) {
    const kept = child.nodeType === Node.ELEMENT_NODE ? plainCopy(child, style) : child.cloneNode();
    if (kept) copy.append(kept);
  }
  return copy;
}

/** What is left for a picture on A4 beside margins and caption, in millimetres. */
const PAPER_ROOM = { wide: { width: 273, height: 150 }, tall: { width: 186, height: 237 } };

/** How large something can be shown in some room, at most. */
function scaleOn(room, { width, height }) {
  return Math.min(room.width / width, room.height / height);
}

/** How large something can be shown on a sheet, upright or on its side. */
function sheetScale(size) {
  return Math.max(...Object.values(PAPER_ROOM).map((room) => scaleOn(room, size)));
}

/** Width and height of a picture, in pixels. */
function sizeOf(picture) {
  const box = picture.viewBox.baseVal;
  if (box?.width) return { width: box.width, height: box.height };
  const shown = picture.getBoundingClientRect();
  return {
    width: parseFloat(picture.getAttribute("width")) || shown.width,
    height: parseFloat(picture.getAttribute("height")) || shown.height,
  };
}

function asText(picture) {
  return new XMLSerializer().serializeToString(picture).replace(NOT_IN_XML, "\ufffd");
}
