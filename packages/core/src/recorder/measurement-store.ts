import type { BatchObservableResult } from '@opentelemetry/api';
import type { AllowList, MetricDefinition } from '../conventions';
import { ClosedCounter } from '../instruments/closed-counter';
import { ClosedHistogram } from '../instruments/closed-histogram';
import { NO_CELL } from '../instruments/label-axis';
import { MeasurementRing, type HistogramSinks } from '../instruments/measurement-ring';
import { warnOfOtherApi } from '../instruments/other-api';
import { ProviderWatch } from '../instruments/provider-watch';
import { SdkInstruments, type InstrumentNaming } from '../instruments/sdk-instruments';
import type { ResolvedOptions } from '../options/auth-meter-options';
import { Backlog } from './backlog';

/** Values that wait between two collections; a full ring is replayed at once, within a tenth of a millisecond. */
const RING_CAPACITY = 128;
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
  /** Looking for a provider threw; nobody else would catch it. Never throws. */
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
  private readonly backlog = new Backlog();
  private isFailing = false;
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
    if (this.bound === undefined) this.backlog.keep(histogram, cell, value);
    else if (this.isImmediate) {
      const set = histogram.labels.attributesOf(cell);
      this.bound.histogram(histogram.definition).record(value, set);
    } else {
      if (this.ring.isFull) this.ring.drainTo(sinksOf(this.bound));
      this.ring.push(histogram, cell, value);
    }
    return true;
  }

  /**
   * To be called before anything is counted. Follows the provider if it has changed: what was counted before goes to the one
   * it was counted under. Never throws.
   */
  followProvider(): void {
    try {
      if (this.watch.hasChanged) this.rebind();
    } catch {
      this.fail();
    }
  }

  /** Counting a failure follows the provider too, and may fail for the same cause. */
  private fail(): void {
    if (this.isFailing) return;
    this.isFailing = true;
    this.hooks.onFailure();
    this.isFailing = false;
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
    const dropped = this.backlog.deliverTo(sinksOf(instruments));
    if (dropped > 0) this.hooks.onDropped(dropped);
  }

  private flush(instruments: SdkInstruments): void {
    for (const source of this.sources) source.gather?.();
    for (const counter of this.counters) {
      counter.flushTo(instruments.counter(counter.definition));
    }
    this.ring.drainTo(sinksOf(instruments));
    for (const source of this.sources) source.flush?.(instruments);
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

function sinksOf(instruments: SdkInstruments): HistogramSinks {
  return (histogram) => instruments.histogram(histogram.definition);
}
