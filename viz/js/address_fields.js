// How each field of the state stands in the address, and how it is read from there.
//
// A field has `names`, its parameters; `write(value)`, pairs [parameter, text], none where
// nothing is chosen; `read(texts, name)`, the value, or undefined where the texts name none.

function addressFields({ views, model, first }) {
  const names = new ChoiceNames(model);
  const options = ["only", ...views.flatMap((view) => Object.keys(view.options))];
  return {
    view: wordField("view", views.map(({ key }) => key)),
    plan: namedField("plan", names),
    selected: selectedField(model, names),
    edge: namedField("edge", names),
    pair: pairField(names),
    hidden: hiddenField(),
    ...Object.fromEntries(options.map((name) => [name, optionField(name, first[name], views)])),
    lang: wordField("lang", LANGUAGES),
    theme: wordField("theme", THEMES),
  };
}

function wordField(name, choices) {
  return {
    names: [name],
    write: (value) => (value === null ? [] : [[name, value]]),
    read: ([text]) => (choices.includes(text) ? text : undefined),
  };
}

function namedField(name, names) {
  return {
    names: [name],
    write: (id) => (id === null ? [] : [[name, names[name].nameOf(id)]]),
    read: ([text]) => names[name].named(text),
  };
}

function selectedField({ nodes }, names) {
  const kind = (id) => (isBody(nodes.get(id)) ? "unit" : nodes.get(id).group);
  return {
    names: ["unit", "task", "indicator"],
    write: (id) => (id === null ? [] : [[kind(id), names[kind(id)].nameOf(id)]]),
    read: ([text], name) => names[name].named(text),
  };
}

function pairField(names) {
  return {
    names: ["pair"],
    write: (pair) => (pair ?? []).map((id) => ["pair", names.unit.nameOf(id)]),
    read(texts) {
      const pair = texts.map((text) => names.unit.named(text));
      return pair.length === 2 && !pair.includes(undefined) ? pair : undefined;
    },
  };
}

function hiddenField() {
  const kinds = [...NODE_KINDS, ...EDGE_KINDS];
  return {
    names: ["hidden"],
    write: (hidden) => kinds.filter((kind) => hidden.has(kind)).map((kind) => ["hidden", kind]),
    read: (texts) => (texts.every((text) => kinds.includes(text)) ? new Set(texts) : undefined),
  };
}

/** A field of one view: its type is that of its first value, `choices` of the view bound it. */
function optionField(name, first, views) {
  const choices = views.find(({ options }) => name in options)?.choices?.[name];
  const isOpen = (text) => !choices || choices.includes(text);
  if (Array.isArray(first)) {
    return {
      names: [name],
      write: (values) => (values.length ? values : [""]).map((value) => [name, value]),
      read: (texts) => {
        const values = texts.filter(Boolean);
        return values.every(isOpen) ? values : undefined;
      },
    };
  }
  const read = { boolean: readFlag, number: readNumber }[typeof first];
  return {
    names: [name],
    write: (value) => (value === null ? [] : [[name, written(value)]]),
    read: read ? ([text]) => read(text) : ([text]) => (isOpen(text) ? text : undefined),
  };
}

function written(value) {
  return String(typeof value === "boolean" ? Number(value) : value);
}

function readFlag(text) {
  return { 0: false, 1: true }[text];
}

function readNumber(text) {
  const value = Number(text);
  return text.trim() && Number.isFinite(value) ? value : undefined;
}
