// Loads as bars of their parts.

/** A bar as long as the load's share of `most`. */
function bar({ about }, { load }, most) {
  const parts = {
    lead: load.leads * about.rules.lead,
    support: (load.supports - load.boilerplate - load.standing) * about.rules.support,
    engaged: load.engaged * about.rules.engaged,
  };
  const track = el("span", { class: "track", "aria-hidden": "true" });
  for (const [kind, value] of Object.entries(parts)) {
    const piece = el("i", { class: `swatch ${kind}` });
    piece.style.width = `${(100 * Math.max(0, value)) / most}%`;
    track.append(piece);
  }
  return track;
}

/** The greatest of the loads; never 0, so that shares of it can be taken. */
function greatestLoad(units) {
  return Math.max(1e-9, ...units.map((node) => node.load.load));
}

function legend(...kinds) {
  return kinds.flatMap((kind) => [
    el("i", { class: `swatch ${kind}` }),
    el("span", {}, say(`edge_${kind}`)),
  ]);
}

/** A row that leads to a unit. */
function unitButton(state, actions, node, name, ...children) {
  const attributes = {
    type: "button",
    class: `unit${node.load.overloaded ? " overloaded" : ""}`,
    "data-key": `${name}-${node.id}`,
    "aria-pressed": String(node.id === state.selected),
    onclick: () => actions.select(node.id),
  };
  return el("button", attributes, ...children);
}
