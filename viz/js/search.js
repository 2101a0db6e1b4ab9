// Search by part of a name: units as written anywhere, tasks, indicators.

const MOST_FOUND = 12;

function createSearch(input, list, { model, state, actions }) {
  let found = [];
  let chosen = -1;

  input.addEventListener("input", () => open(input.value));
  input.addEventListener("focus", () => open(input.value));
  input.addEventListener("blur", () => close());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // The keys belong to the input method.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = chosen < 0 && step < 0 ? 0 : chosen;
    if (step && found.length) choose((from + step + found.length) % found.length);
    else if (event.key === "Enter" && found.length) take(found[Math.max(0, chosen)]);
    else if (event.key === "Escape") leave();
    else if (event.key !== "/" || input.value) return;
    event.preventDefault();
    event.stopPropagation();
  });

  function open(text) {
    found = text.trim() ? findNodes(model, text.trim(), state.plan) : [];
    chosen = -1;
    list.replaceChildren(...found.map(option));
    if (text.trim() && !found.length) list.append(el("li", { class: "none" }, say("none_found")));
    list.hidden = !text.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  function option(node, place) {
    return el(
      "li",
      {
        role: "option",
        id: `found-${place}`,
        "aria-selected": "false",
        onpointerdown: (event) => {
          event.preventDefault();
          take(node);
        },
      },
      dot(node),
      el("span", { class: "name" }, node.label),
      el("span", { class: "notes" }, noteOf(model, node)),
    );
  }

  function choose(place) {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    list.children[chosen].setAttribute("aria-selected", "true");
    list.children[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `found-${chosen}`);
  }

  function take(node) {
    leave();
    actions.found(node.id);
  }

  function leave() {
    input.value = "";
    close();
    input.blur();
  }

  function close() {
    list.hidden = true;
    found = [];
    input.setAttribute("aria-expanded", "false");
  }
}

function noteOf(model, node) {
  const place = model.about.places.length > 1 ? model.about.places[node.place] : null;
  return joined(say(`kind_${kindOf(node)}`), node.path, place);
}

/** Nodes whose name, other name, path or code holds the text; names that start with it first. */
function findNodes(model, text, plan) {
  const wanted = text.toLowerCase();
  const ranked = [];
  for (const node of model.nodes.values()) {
    if (!inPlan(node, plan)) continue;
    const names = [node.label, ...(node.names ?? []), node.path ?? "", node.code ?? ""];
    const places = names.map((name) => name.toLowerCase().indexOf(wanted)).filter((at) => at >= 0);
    if (places.length) ranked.push({ node, rank: Math.min(...places) });
  }
  const kind = ({ node }) => NODE_KINDS.indexOf(kindOf(node));
  ranked.sort((a, b) => kind(a) - kind(b) || a.rank - b.rank || a.node.id - b.node.id);
  return ranked.slice(0, MOST_FOUND).map(({ node }) => node);
}
