import type { BatchObservableResult } from '@opentelemetry/api';
import type { AllowList, MetricDefinition } from '../conventions';
import { ClosedCounter } from '../instruments/closed-counter';
import { ClosedHistogram } from '../instruments/closed-histogram';
import { NO_CELL } from '../instruments/label-axis';
import { MeasurementRing } from '../instruments/measurement-ring';
import { warnOfOtherApi } from '../instruments/other-api';
import { ProviderWatch } from '../instruments/provider-watch';
import { SdkInstruments, type InstrumentNaming } from '../instruments/sdk-instruments';
import type { ResolvedOptions } from '../options/auth-meter-options';

/** Values that wait between two collections; a full ring is replayed at once, within a tenth of a millisecond. */
const RING_CAPACITY = 128;
/** Values kept while there is no SDK; more are dropped and counted. */
const BACKLOG_CAPACITY = 2048;
/** How often the global provider is looked at when nothing is recorded. */
const WATCH_MILLISECONDS = 1000;

/** Something besides closed counters that has values to hand over when a reader collects. */
export interface CollectionSource {
  /** Counts in the store what it keeps for it. Called before anything is handed over. */
  gather?(): void;
  /** Hands over what waits. Called at each collection, and before a provider is left. */
  flush?(instruments: SdkInstruments): void;
  /** Says the values of gauges. Called at each collection. */
  observe?(instruments: SdkInstruments, result: BatchObservableResult): void;
  /** A new provider begins: series have to be born again. */
  restart?(): void;
}

/** Whom a store tells what went wrong. */
export interface StoreHooks {
  /** So many values could not be kept while there was no SDK, because the backlog was full. */
  onDropped(count: number): void;
  /** Looking for a provider threw; nobody else would catch it. */
  onFailure(): void;
}

/**
 * Keeps measurements until a reader collects, whatever happens to the provider: none yet, registered late,
 * replaced, several readers. The points are those that plain SDK instruments would have exported.
 */
export class MeasurementStore {
  private readonly watch: ProviderWatch;
  private readonly counters: ClosedCounter[] = [];
  private readonly sources: CollectionSource[] = [];
  private readonly ring = new MeasurementRing(RING_CAPACITY);
  private readonly naming: InstrumentNaming;
  private readonly declared: Readonly<Record<AllowList, readonly string[]>>;
  /** Whether everything goes to the SDK at once. */
  readonly isImmediate: boolean;
  private backlog: MeasurementRing | undefined;
  private dropped = 0;
  private bound: SdkInstruments | undefined;
  private leave: () => void = () => undefined;
  private watching: NodeJS.Timeout | undefined;

  /**
   * @param gauges Definitions of the observable gauges; they carry the collection callback.
   */
  constructor(
    options: ResolvedOptions,
    private readonly gauges: readonly MetricDefinition[],
    private readonly hooks: StoreHooks,
  ) {
    this.watch = new ProviderWatch(options.meterProvider);
    this.naming = options;
    this.declared = options.declared;
    this.isImmediate = options.recording === 'direct';
  }

  counter(definition: MetricDefinition): ClosedCounter {
    const counter = new ClosedCounter(definition, this.declared);
    this.counters.push(counter);
    return counter;
  }

  histogram(definition: MetricDefinition): ClosedHistogram {
    return new ClosedHistogram(definition, this.declared);
  }

  addSource(source: CollectionSource): void {
    this.sources.push(source);
  }

  /** Whether the provider was passed in, so that there is none to follow. */
  get isProviderFixed(): boolean {
    return this.watch.isFixed;
  }

  /** Adds to a cell, under the provider that was followed last; false when the values belong to no cell. */
  count(counter: ClosedCounter, cell: number, amount = 1): boolean {
    return this.isImmediate && this.bound !== undefined
      ? countDirectly(this.bound, counter, cell, amount)
      : counter.add(cell, amount);
  }

  /** Keeps one value of a histogram, as `count` does. The value must be finite. */
  measure(histogram: ClosedHistogram, cell: number, value: number): boolean {
    if (cell === NO_CELL) return false;
    if (this.bound === undefined) this.keepForLater(histogram, cell, value);
    else if (this.isImmediate) {
      const set = histogram.labels.attributesOf(cell);
      this.bound.histogram(histogram.definition).record(value, set);
    } else {
      if (this.ring.isFull) this.drain(this.ring, this.bound);
      this.ring.push(histogram, cell, value);
    }
    return true;
  }

  /**
   * To be called before anything is counted. Follows the provider if it has changed: what was counted before goes to the one
   * it was counted under. Never throws.
   */
  followProvider(): void {
    if (this.watch.hasChanged) this.rebindSafely();
  }

  private rebindSafely(): void {
    try {
      this.rebind();
    } catch {
      this.hooks.onFailure();
    }
  }

  private rebind(): void {
    if (this.bound !== undefined) this.flush(this.bound);
    this.bound = undefined;
    this.leave();
    this.leave = () => undefined;
    const meter = this.watch.take();
    this.bound = meter === undefined ? undefined : new SdkInstruments(meter, this.naming);
    this.keepWatch();
    if (this.bound !== undefined) this.begin(this.bound);
  }

  private begin(instruments: SdkInstruments): void {
    this.leave = instruments.onCollect((result) => {
      this.followProvider();
      // Leaving a provider has already handed everything over to it.
      if (this.bound !== instruments) return;
      this.flush(instruments);
      for (const source of this.sources) source.observe?.(instruments, result);
    }, this.gauges);
    for (const counter of this.counters) {
      counter.startSeries(instruments.counter(counter.definition));
    }
    for (const source of this.sources) source.restart?.();
    if (this.backlog !== undefined) this.drain(this.backlog, instruments);
    this.backlog = undefined;
    if (this.dropped > 0) this.hooks.onDropped(this.dropped);
    this.dropped = 0;
  }

  private flush(instruments: SdkInstruments): void {
    for (const source of this.sources) source.gather?.();
    for (const counter of this.counters) {
      counter.flushTo(instruments.counter(counter.definition));
    }
    this.drain(this.ring, instruments);
    for (const source of this.sources) source.flush?.(instruments);
  }

  private drain(ring: MeasurementRing, instruments: SdkInstruments): void {
    ring.drainTo((histogram) => instruments.histogram(histogram.definition));
  }

  private keepForLater(histogram: ClosedHistogram, cell: number, value: number): void {
    this.backlog ??= new MeasurementRing(BACKLOG_CAPACITY);
    if (this.backlog.isFull) this.dropped += 1;
    else this.backlog.push(histogram, cell, value);
  }

  /** An SDK that is registered while nothing happens shows its zero series all the same. */
  private keepWatch(): void {
    if (this.watching !== undefined || this.watch.isFixed) return;
    this.watching = setInterval(() => {
      this.followProvider();
      if (this.bound === undefined) warnOfOtherApi();
    }, WATCH_MILLISECONDS);
    this.watching.unref();
  }
}

function countDirectly(
  instruments: SdkInstruments,
  counter: ClosedCounter,
  cell: number,
  amount: number,
): boolean {
  if (cell === NO_CELL) return false;
  instruments.counter(counter.definition).add(amount, counter.labels.attributesOf(cell));
  return true;
}
