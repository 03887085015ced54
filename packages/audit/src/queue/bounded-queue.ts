import { Capacity } from './capacity';

/** Items in order of arrival, never more than a number that was fixed; the last places are for critical ones. */
export class BoundedQueue<Item> {
  private items: Item[] = [];
  private readonly capacity: Capacity;

  constructor(most: number) {
    this.capacity = new Capacity(most);
  }

  get size(): number {
    return this.items.length;
  }

  /** Adds an item at the end; false when there is no place for it. */
  push(item: Item, isCritical: boolean): boolean {
    if (!this.capacity.hasPlace(this.items.length, isCritical)) return false;
    this.items.push(item);
    return true;
  }

  /** The first items, at most so many; they stay. */
  peek(most: number): Item[] {
    return this.items.slice(0, most);
  }

  /** Takes the first items away, at most so many. */
  take(most = Infinity): Item[] {
    if (most < this.items.length) return this.items.splice(0, most);
    const all = this.items;
    this.items = [];
    return all;
  }
}
