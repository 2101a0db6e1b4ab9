// What is on show, as the part of the address after #: links lead to it, back and forward change it.

/** A change of one of these is a step that the reader can go back from. */
const STEP_FIELDS = ["view", "plan", "selected", "edge", "pair", "only"];
/** Milliseconds that other changes are gathered for: browsers allow only so many a minute. */
const GATHERED = 250;

class Address {
  constructor(page) {
    this.page = page;
    this.fields = Object.entries(addressFields(page));
    this.timer = null;
  }

  /** The changes of the first state that the address asks for; `ignored`: what nobody knows. */
  read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const state = {};
    const ignored = [];
    for (const name of new Set(given.keys())) {
      const [key, field] = this.fields.find(([, { names }]) => names.includes(name)) ?? [];
      const value = field?.read(given.getAll(name), name);
      if (value === undefined) ignored.push(`${name}=${given.get(name)}`);
      else state[key] = value;
    }
    return { state, ignored };
  }

  /** Takes the state as it is for what the address says. */
  settle() {
    this.steps = this.stepsOf(this.page.state);
  }

  /** Says in the address what is on show now; a step can be gone back from. */
  write() {
    const before = this.steps;
    this.settle();
    if (before === this.steps) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.put("replaceState"), GATHERED);
    } else this.put("pushState");
  }

  put(method) {
    clearTimeout(this.timer);
    const [place, hash] = location.href.split(/#(.*)/s);
    const text = this.text();
    if (text !== (hash ?? "")) history[method](null, "", `${place}#${text}`);
  }

  /** What differs from the first state, as parameters. */
  text() {
    const { state, first } = this.page;
    const differing = this.fields.filter(
      ([key, { write }]) => String(write(state[key])) !== String(write(first[key])),
    );
    return String(new URLSearchParams(differing.flatMap(([key, { write }]) => write(state[key]))));
  }

  stepsOf(state) {
    return JSON.stringify(STEP_FIELDS.map((key) => state[key]));
  }
}
