/** A map that forgets what was not touched for longest when there is too much. */
export class RecentMap<Value> {
  private readonly entries = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get values(): Iterable<Value> {
    return this.entries.values();
  }

  get(key: string): Value | undefined {
    return this.entries.get(key);
  }

  /** Sets and touches. */
  set(key: string, value: Value): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.most && oldest !== undefined) this.entries.delete(oldest);
  }
}
