// Paper: one sheet a view, light, with its caption; a list flows on as it is.

/** Fills the sheet with what is seen; the style sheet for print shows it in place of the page. */
function preparePrint(page) {
  page.showTheme("light");
  const picture = page.view.picture?.(page) ?? null;
  const { title, view, notes } = pictureCaption(page);
  byId("sheet").replaceChildren(
    el("h1", {}, title),
    el("p", { class: "what" }, view),
    ...(picture ? [el("figure", {}, onPaper(picture))] : []),
    ...notes.map((note) => el("p", { class: "of" }, note)),
  );
  const { selected, edge, pair } = page.state;
  document.body.dataset.paper = picture ? shapeOf(picture) : "list";
  document.body.dataset.chosen = String([selected, edge, pair].some((choice) => choice !== null));
  unfoldAll(true);
}

function leavePrint(page) {
  byId("sheet").replaceChildren();
  page.showTheme(themeOf(page.state.theme));
  unfoldAll(false);
}

/** Paper cannot be unfolded: lists of the panel are printed whole, and folded again. */
function unfoldAll(open) {
  const boxes = byId("details").querySelectorAll(open ? "details:not([open])" : "[data-unfolded]");
  for (const box of boxes) {
    box.open = open;
    box.toggleAttribute("data-unfolded", open);
    box.dispatchEvent(new Event("toggle"));
  }
}

/** Whether a picture is larger on the sheet upright than on its side. */
function shapeOf(picture) {
  const size = sizeOf(picture);
  return scaleOn(PAPER_ROOM.tall, size) > scaleOn(PAPER_ROOM.wide, size) ? "tall" : "wide";
}

/** A copy that fills its place whole, whatever the size of the picture. */
function onPaper(picture) {
  const { width, height } = sizeOf(picture);
  const copy = standalone(picture);
  const size = { viewBox: `0 0 ${width} ${height}`, width: "100%", height: "100%" };
  if (picture.hasAttribute("viewBox")) delete size.viewBox;
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, value);
  return copy;
}
