// The view "matrix": who works with whom, as a matrix or as a network.

const FORMS = ["matrix", "network"];
const ORDERS = ["community", "load", "name"];

const matrixView = {
  key: "matrix",
  options: {
    matrixForm: "matrix",
    matrixOrder: "community",
    /** Shared tasks that make a tie at least; 0: as many as let the picture be read. */
    matrixLeast: 0,
    matrixCollectives: false,
    matrixBoilerplate: false,
  },
  choices: { matrixForm: ["matrix", "network"], matrixOrder: ["community", "load", "name"] },
  choices: { matrixForm: FORMS, matrixOrder: ORDERS },
  has: ({ model }) => model.loaded.length > 1,

  /** Draws anew only where what is drawn has changed; a choice only marks. */
  show(container, page) {
    const scene = this.scene(page);
    if (scene !== this.shown || language !== this.spoken) this.draw(container, page, scene);
    Object.assign(this, { shown: scene, spoken: language });
    this.drawn?.mark(page.state);
  },

  controls(page) {
    return collaborationControls(page, this.scene(page));
  },

  picture(page) {
    const scene = this.scene(page);
    return page.state.matrixForm === "matrix" ? matrixPicture(scene, page) : this.drawn?.element;
  },

  caption(page) {
    return collaborationStatus(this.scene(page));
  },

  /** What is to be drawn, counted once for each choice. */
  scene(page) {
    const { state } = page;
    const choice = ["plan", ...Object.keys(this.options)].map((name) => state[name]).join();
    if (choice !== this.choice) this.counted = collaborationOf(page);
    this.choice = choice;
    return this.counted;
  },

  draw(container, page, scene) {
    const { matrixForm } = page.state;
    const Picture = matrixForm === "matrix" ? MatrixGrid : NetworkPicture;
    this.drawn = scene.bodies.length ? new Picture(scene, page, container) : null;
    refill(
      container,
      el("h2", {}, say(`collaboration_${matrixForm}`)),
      el("p", { class: "muted", role: "status" }, collaborationStatus(scene)),
      this.drawn && el("p", { class: "legend" }, ...legendOf(matrixForm, scene)),
      this.drawn ? this.drawn.element : el("p", {}, say("matrix_none")),
      el("p", { class: "muted" }, say("matrix_rule")),
      ...pairTable(page, scene),
    );
  },
};

function legendOf(form, { most }) {
  if (form === "network") return [el("span", {}, say("network_legend"))];
  const shades = shadeRanges(most).flatMap(({ shade, text }) => [
    el("i", { class: `swatch shade${shade}` }),
    el("span", {}, text),
  ]);
  return [el("span", {}, say("shared_tasks")), ...shades];
}

/** What stands on the left: matrix or network, its order, and what counts. */
function collaborationControls(page, scene) {
  return [
    el(
      "fieldset",
      { class: "collaboration" },
      el("legend", {}, say("collaboration")),
      formButtons(page),
      page.state.matrixForm === "matrix" ? orderChoice(page) : null,
      leastSlider(page, scene),
      optionBox(page, "matrixCollectives", say("matrix_collectives")),
      optionBox(page, "matrixBoilerplate", say("matrix_boilerplate")),
    ),
  ];
}

function formButtons({ state, actions }) {
  const buttons = FORMS.map((form) => {
    const onclick = () => actions.change({ matrixForm: form });
    const attributes = { type: "button", "data-key": `form-${form}`, onclick };
    const button = el("button", attributes, say(`form_${form}`));
    press(button, state.matrixForm === form);
    return button;
  });
  return el("div", { class: "buttons" }, ...buttons);
}

function orderChoice({ state, actions }) {
  const select = el(
    "select",
    {
      "data-key": "matrix-order",
      onchange: ({ target }) => actions.change({ matrixOrder: target.value }),
    },
    ...ORDERS.map((order) => el("option", { value: order }, say(`order_${order}`))),
  );
  select.value = state.matrixOrder;
  return el("label", {}, say("matrix_order"), select);
}

/** The slider tells its number while it moves, and changes the picture where it is let go. */
function leastSlider({ actions }, { least, most }) {
  const told = el("output", {}, String(least));
  const attributes = {
    type: "range",
    min: 1,
    max: most,
    "data-key": "matrix-least",
    oninput: ({ target }) => told.replaceChildren(target.value),
    onchange: ({ target }) => actions.change({ matrixLeast: Number(target.value) }),
  };
  const slider = el("input", attributes);
  slider.value = String(least);
  return el("label", { class: "slider" }, el("span", {}, say("matrix_least")), slider, told);
}

function optionBox({ state, actions }, name, text) {
  const onchange = () => actions.change({ [name]: !state[name] });
  const box = el("input", { type: "checkbox", "data-key": name, onchange });
  box.checked = state[name];
  return el("label", {}, box, el("span", {}, text));
}
