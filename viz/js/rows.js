/** A DataSet of vis-network that is told only what has changed. */
class Rows {
  constructor() {
    this.set = new vis.DataSet();
    this.rows = [];
    this.known = new Map();
  }

  /** Makes these the rows, each with an `id`. */
  show(rows) {
    const known = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
    const gone = [...this.known.keys()].filter((id) => !known.has(id));
    const changed = rows.filter(({ id }) => known.get(id) !== this.known.get(id));
    if (gone.length) this.set.remove(gone);
    if (changed.length) this.set.update(changed);
    Object.assign(this, { rows, known });
  }
}
