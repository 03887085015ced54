import { SeasonalHistory } from './seasonal-history';

const SLOT_SECONDS = 300;
/** Empty slots that are remembered one by one; after more, all that was usual is old. */
const MOST_EMPTY_SLOTS = 36;

/** Compares how often something rare happens with its own past. Until enough is known of it, nothing is usual. */
export class UsualCount {
  private readonly history = new SeasonalHistory(SLOT_SECONDS);
  private slot: number | undefined;
  private events = 0;

  note(nowEpochMilliseconds: number): void {
    this.turn(this.history.slotAt(nowEpochMilliseconds));
    this.events += 1;
  }

  /** How many deviations so many events in a window are above what is usual. */
  deviationsOf(events: number, windowSeconds: number): number {
    const usual = this.slot === undefined ? undefined : this.history.usualAt(this.slot);
    const share = windowSeconds / SLOT_SECONDS;
    const expected = (usual?.median ?? 0) * share;
    // Chance alone makes so many more or fewer; and so does whatever made counts differ before.
    const deviation = Math.hypot(Math.sqrt(expected), (usual?.deviation ?? 0) * share);
    return (events - expected) / Math.max(deviation, 1);
  }

  /** A clock that was set back goes on in the slot where it was. */
  private turn(slot: number): void {
    if (this.slot !== undefined) {
      if (slot <= this.slot) return;
      this.history.remember(this.slot, this.events);
      const firstEmpty = Math.max(this.slot + 1, slot - MOST_EMPTY_SLOTS);
      for (let empty = firstEmpty; empty < slot; empty += 1) this.history.remember(empty, 0);
    }
    this.slot = slot;
    this.events = 0;
  }
}
