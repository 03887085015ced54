/** A window that slides in steps, for many entries at once. */
export interface SlidingWindow {
  /** How many things have a window of their own, by number from 0. */
  readonly entries: number;
  /** Seconds that are covered in full; up to one part more may be. */
  readonly windowSeconds: number;
  /** Parts of the window: the more, the sooner it forgets. */
  readonly parts: number;
}

/** Which part of a window goes to which slot of a ring, and when a slot has to be emptied. */
export class PartRing {
  /** Slots of each entry's ring. */
  readonly slots: number;
  private readonly partMilliseconds: number;
  /** Number of the newest part of each entry; 0 has none yet. */
  private readonly newest: Uint32Array;

  /** @param empty Forgets what a slot of an entry holds. */
  constructor(
    { entries, windowSeconds, parts }: SlidingWindow,
    private readonly empty: (entry: number, slot: number) => void,
  ) {
    // The part that has just begun comes on top.
    this.slots = parts + 1;
    this.partMilliseconds = (windowSeconds * 1000) / parts;
    this.newest = new Uint32Array(entries);
  }

  /** Empties the slots that the window has left, and returns the number of the part that is now. */
  turn(entry: number, nowMilliseconds: number): number {
    const before = this.newest[entry] ?? 0;
    // A monotonic clock may begin at 0.
    const part = Math.floor(nowMilliseconds / this.partMilliseconds) + 1;
    if (part <= before) return before;
    const firstStale = Math.max(before + 1, part - this.slots + 1);
    for (let stale = firstStale; stale <= part; stale += 1) this.empty(entry, this.slotOf(stale));
    this.newest[entry] = part;
    return part;
  }

  /** Empties all slots of an entry. */
  clear(entry: number): void {
    for (let slot = 0; slot < this.slots; slot += 1) this.empty(entry, slot);
  }

  /** The slot of a part that is in the window. */
  slotOf(part: number): number {
    return ((part % this.slots) + this.slots) % this.slots;
  }

  /** When a part began. */
  startOf(part: number): number {
    return (part - 1) * this.partMilliseconds;
  }
}
