/** How the rows of a list become elements. */
export interface RowRenderer<Row, Made extends Element> {
  readonly key: (row: Row) => string;
  readonly make: (row: Row) => Made;
  readonly update: (made: Made, row: Row) => void;
}

/**
 * Keeps the children of an element in step with rows. Elements are kept by key and moved only where the order
 * changed, so that the focus and a selection stay where they are.
 */
export class KeyedList<Row, Made extends Element> {
  private known = new Map<string, Made>();

  constructor(
    readonly container: Element,
    private readonly renderer: RowRenderer<Row, Made>,
  ) {}

  update(rows: readonly Row[]): void {
    const { key, make, update } = this.renderer;
    const next = new Map<string, Made>();
    for (const [place, row] of rows.entries()) {
      const made = this.known.get(key(row)) ?? make(row);
      next.set(key(row), made);
      update(made, row);
      const there = this.container.children[place];
      if (there !== made) this.container.insertBefore(made, there ?? null);
    }
    for (const [name, made] of this.known) if (next.get(name) !== made) made.remove();
    this.known = next;
  }
}
