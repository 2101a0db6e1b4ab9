// What nodes, edges and plans are called in the address: by a name of theirs that no other has.

/** Gives `nameOf(id)` and `named(text)`, an id or undefined, for rows with the names of each. */
function createNames(rows, namesOf) {
  const numbered = new Map(rows.map((row) => [row.id, row]));
  const holders = new Map();
  for (const row of rows) {
    for (const name of new Set(namesOf(row))) holders.set(name, holders.has(name) ? null : row);
  }
  const byNumber = (text) => (/^\d+$/.test(text) ? numbered.get(Number(text)) : undefined);
  return {
    nameOf(id) {
      const row = numbered.get(id);
      return namesOf(row).find((name) => holders.get(name) === row) ?? String(id);
    },
    named: (text) => (holders.get(text) ?? byNumber(text))?.id,
  };
}

/** The names of what can be chosen, made where they are first asked for. */
class ChoiceNames {
  constructor(model) {
    this.model = model;
  }

  get unit() {
    return (this.units ??= this.ofNodes(isBody));
  }

  get task() {
    return (this.tasks ??= this.ofNodes(({ group }) => group === "task"));
  }

  get indicator() {
    return (this.indicators ??= this.ofNodes(({ group }) => group === "indicator"));
  }

  get edge() {
    const keyed = ({ key }) => (key ? [key] : []);
    return (this.edges ??= createNames([...this.model.edges.values()], keyed));
  }

  get plan() {
    const rows = this.model.about.plans.map(({ key }, id) => ({ id, key }));
    return (this.plans ??= createNames(rows, ({ key }) => [key]));
  }

  ofNodes(isOne) {
    const { nodes, about } = this.model;
    return createNames([...nodes.values()].filter(isOne), ({ label, path, key, place }) => [
      ...(path ? [path] : []),
      ...[label, key, `${about.places[place]}/${label}`],
    ]);
  }
}
