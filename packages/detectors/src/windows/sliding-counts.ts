import { PartRing, type SlidingWindow } from './part-ring';

const MOST_COUNT = 0xffff;

/**
 * Counts events of many entries in a window that slides, in fixed memory. Whatever happened within the last
 * `windowSeconds` is counted, what happened more than a part earlier is not. A part counts up to 65,535.
 */
export class SlidingCounts {
  private readonly ring: PartRing;
  private readonly counts: Uint16Array;

  constructor(window: SlidingWindow) {
    this.ring = new PartRing(window, (entry, slot) => {
      this.counts[entry * this.ring.slots + slot] = 0;
    });
    this.counts = new Uint16Array(window.entries * this.ring.slots);
  }

  /** Forgets everything of an entry. */
  clear(entry: number): void {
    this.ring.clear(entry);
  }

  /** Counts events of an entry, and returns how many its window holds. */
  add(entry: number, nowMilliseconds: number, events = 1): number {
    const slot = this.ring.slotOf(this.ring.turn(entry, nowMilliseconds));
    const at = entry * this.ring.slots + slot;
    this.counts[at] = Math.min((this.counts[at] ?? 0) + events, MOST_COUNT);
    return this.sum(entry);
  }

  /** How many events the entry's window holds. */
  count(entry: number, nowMilliseconds: number): number {
    this.ring.turn(entry, nowMilliseconds);
    return this.sum(entry);
  }

  /** How many parts of the window hold an event. */
  busyParts(entry: number, nowMilliseconds: number): number {
    this.ring.turn(entry, nowMilliseconds);
    const start = entry * this.ring.slots;
    return this.counts.subarray(start, start + this.ring.slots).filter((count) => count > 0).length;
  }

  /** When the oldest part began that holds an event; now when the window is empty. */
  since(entry: number, nowMilliseconds: number): number {
    const { ring } = this;
    const newest = ring.turn(entry, nowMilliseconds);
    for (let part = newest - ring.slots + 1; part <= newest; part += 1) {
      const count = this.counts[entry * ring.slots + ring.slotOf(part)] ?? 0;
      if (count > 0) return ring.startOf(part);
    }
    return nowMilliseconds;
  }

  private sum(entry: number): number {
    let sum = 0;
    const end = (entry + 1) * this.ring.slots;
    for (let at = entry * this.ring.slots; at < end; at += 1) sum += this.counts[at] ?? 0;
    return sum;
  }
}
