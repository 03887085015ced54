import type { MetricDefinition } from '../conventions';
import type { EarnedPlaces } from '../ledger/earned-places';
import { NO_PLACE } from '../ledger/earned-places';
import { NewbornCounter, type NewbornSeries } from '../ledger/newborn-counter';
import type { SdkInstruments } from '../instruments/sdk-instruments';

/** The value of a source or account that has not earned a series. */
const FOLDED_VALUE = 'other';
const FOLDED = -1;
const NAMELESS = -2;

/** How many labels are no place: their numbers are below 0. */
export const SPECIAL_LABELS = 2;

/** A place in the ledger: its number tells labels apart, its value is what is exported. */
export interface LedgerLabel {
  readonly id: number;
  /** Absent: the attribute is left out. */
  readonly value: string | undefined;
  readonly isFolded: boolean;
  /** Counts its failures, once there was one. */
  failures: NewbornSeries | undefined;
}

/** What a dimension counts, and by what. */
export interface LedgerDimensionOptions<Key> {
  readonly failures: MetricDefinition;
  readonly attributeKey: string;
  readonly places: EarnedPlaces<Key>;
  /** What is exported of a key that earned a place. */
  readonly nameOf: (key: Key) => string;
  /** What is exported of whoever has no key; absent: the attribute is left out. */
  readonly nameless: string | undefined;
}

/** Sources, or accounts: who of them has a label of its own, and how often each failed. */
export class LedgerDimension<Key> {
  readonly folded = makeLabel(FOLDED, FOLDED_VALUE);
  /** Of whoever has no key. */
  readonly nameless: LedgerLabel;
  private readonly labels: LedgerLabel[] = [];
  private readonly counter = new NewbornCounter<number>();

  constructor(private readonly options: LedgerDimensionOptions<Key>) {
    this.nameless = makeLabel(NAMELESS, options.nameless);
  }

  /** Counts one occurrence of a key and returns its label. */
  labelOf(key: Key): LedgerLabel {
    const { places, nameOf } = this.options;
    const place = places.count(key);
    if (place === NO_PLACE) return this.folded;
    return (this.labels[place] ??= makeLabel(place, nameOf(key)));
  }

  countFailure(label: LedgerLabel): void {
    if (label.failures !== undefined) label.failures.pending += 1;
    else {
      const { id, value } = label;
      const { attributeKey } = this.options;
      label.failures = this.counter.begin(id, value === undefined ? {} : { [attributeKey]: value });
    }
  }

  flushTo(instruments: SdkInstruments, isSeen: boolean): void {
    this.counter.flushTo(instruments.counter(this.options.failures), isSeen);
  }

  restart(): void {
    this.counter.restart();
  }
}

function makeLabel(id: number, value: string | undefined): LedgerLabel {
  return { id, value, isFolded: id === FOLDED, failures: undefined };
}
