// The search box: what is typed, the list of what was found, and the way to it.

const MOST_FOUND = 12;

function createSearch(input, box, page) {
  const { details, state, actions } = page;
  const [list, note] = box.children;
  let index = null;
  const prepare = () => (index ??= createSearchIndex(page.whole, details.source));
  let found = [];
  let chosen = -1;

  // Made while nothing else is to do, so that the first letter typed waits for nothing.
  (window.requestIdleCallback ?? setTimeout)(prepare);
  input.addEventListener("input", () => open());
  input.addEventListener("focus", () => {
    prepare();
    open();
  });
  input.addEventListener("blur", () => close());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // The keys belong to the input method.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = chosen < 0 && step < 0 ? 0 : chosen;
    if (step && found.length) choose((from + step + found.length) % found.length);
    else if (event.key === "Enter" && found.length) take(found[Math.max(0, chosen)].node);
    else if (event.key === "Escape") leave();
    else if (event.key !== "/" || input.value) return;
    event.preventDefault();
    event.stopPropagation();
  });

  function open() {
    const wanted = input.value.trim();
    const hits = wanted ? index.find(wanted, state.plan) : [];
    found = hits.slice(0, MOST_FOUND);
    chosen = -1;
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    note.textContent = noteOn(hits.length);
    note.hidden = !note.textContent;
    box.hidden = !wanted;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  /** A row: the name, and below it what else matched; both with what was typed marked. */
  function option(hit, place) {
    const inName = hit.text === hit.node.label;
    const by = inName && hit.by === "sound" ? say("found_sound") : null;
    return el(
      "li",
      {
        role: "option",
        id: `found-${place}`,
        "aria-selected": "false",
        onpointerdown: (event) => {
          event.preventDefault();
          take(hit.node);
        },
      },
      dot(page.model.nodes.get(hit.node.id)),
      el("span", { class: "name" }, ...(inName ? piecesOf(hit) : [hit.node.label])),
      el("span", { class: "notes" }, joined(noteOf(page.model, hit.node), by)),
      inName ? null : el("small", {}, say(`found_${hit.by}`), " ", ...piecesOf(hit)),
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
    box.hidden = true;
    found = [];
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
}

function noteOn(count) {
  if (!count) return say("none_found");
  return count > MOST_FOUND ? say("found_more", { n: count - MOST_FOUND }) : "";
}

function noteOf({ about }, node) {
  const place = about.places.length > 1 ? about.places[node.place] : null;
  return joined(say(`kind_${kindOf(node)}`), node.path, place);
}
