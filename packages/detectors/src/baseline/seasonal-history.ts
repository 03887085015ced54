import { usualOf, type Usual } from './usual';

const DAY_SECONDS = 86_400;
/** Days that are remembered. */
const DAYS = 7;
/** Slots before and after the same time of day that count as the same. */
const NEIGHBOURS = 2;
/** Values below which the past says nothing. */
const FEWEST_VALUES = 6;
/** Days of history from which on the time of day is known. */
const FEWEST_DAYS = 3;
/** How far back the recent past reaches. */
const RECENT_SLOTS = 36;

/**
 * The past of one value, a slot of time each, for a week, and what it says is usual now: the same time of day on the days
 * before, or, as long as those are too few, the last hours. Medians, so that neither an attack nor an outage
 * among them counts for much.
 */
export class SeasonalHistory {
  private readonly slotsADay: number;
  private readonly values: Float32Array;
  /** Which slot each value is of; 0, in 1970, is of none. */
  private readonly slots: Uint32Array;

  /** @param slotSeconds Length of a slot, a divisor of a day. */
  constructor(private readonly slotSeconds: number) {
    this.slotsADay = DAY_SECONDS / slotSeconds;
    this.values = new Float32Array(DAYS * this.slotsADay);
    this.slots = new Uint32Array(DAYS * this.slotsADay);
  }

  /** The number of the slot that an instant is in. */
  slotAt(epochMilliseconds: number): number {
    return Math.floor(epochMilliseconds / (this.slotSeconds * 1000));
  }

  /** Remembers the value of a slot that is over. */
  remember(slot: number, value: number): void {
    const place = this.placeOf(slot);
    this.values[place] = value;
    this.slots[place] = slot;
  }

  /** What is usual in a slot; undefined while too little is known. */
  usualAt(slot: number): Usual | undefined {
    const values = this.sameTimeBefore(slot) ?? this.valuesOf(slot - RECENT_SLOTS, slot - 1);
    return values.length < FEWEST_VALUES ? undefined : usualOf(values);
  }

  private sameTimeBefore(slot: number): readonly number[] | undefined {
    const days: (readonly number[])[] = [];
    for (let day = 1; day < DAYS; day += 1) {
      const same = slot - day * this.slotsADay;
      const values = this.valuesOf(same - NEIGHBOURS, same + NEIGHBOURS);
      if (values.length > 0) days.push(values);
    }
    return days.length < FEWEST_DAYS ? undefined : days.flat();
  }

  private valuesOf(first: number, last: number): number[] {
    const values: number[] = [];
    for (let slot = first; slot <= last; slot += 1) {
      const place = this.placeOf(slot);
      if (this.slots[place] === slot) values.push(this.values[place] ?? 0);
    }
    return values;
  }

  private placeOf(slot: number): number {
    const places = this.values.length;
    return ((slot % places) + places) % places;
  }
}
