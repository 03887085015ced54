import type {
  BatchObservableCallback,
  Counter,
  Histogram,
  Meter,
  ObservableGauge,
} from '@opentelemetry/api';
import { instrumentName } from '../conventions';
import type { InstrumentNameStyle, MetricDefinition, MetricKind } from '../conventions';

/** How instruments are named. */
export interface InstrumentNaming {
  readonly namespace: string | undefined;
  readonly instrumentNames: InstrumentNameStyle;
}

/**
 * The SDK's instruments of one meter, each made once when it is first asked for.
 *
 * The SDK runs a meter's batch callbacks before it reads that meter's storages: what `onCollect` adds to
 * synchronous instruments is therefore part of the same collection. A test pins this for each SDK line.
 */
export class SdkInstruments {
  private readonly made = new Map<string, unknown>();

  constructor(
    readonly meter: Meter,
    private readonly naming: InstrumentNaming,
  ) {}

  counter(definition: MetricDefinition): Counter {
    return this.once(definition, ['counter', 'upDownCounter'], (name, options) =>
      definition.kind === 'upDownCounter'
        ? this.meter.createUpDownCounter(name, options)
        : this.meter.createCounter(name, options),
    );
  }

  histogram(definition: MetricDefinition): Histogram {
    return this.once(definition, ['histogram'], (name, options) =>
      this.meter.createHistogram(name, {
        ...options,
        advice: { explicitBucketBoundaries: [...(definition.buckets ?? [])] },
      }),
    );
  }

  observableGauge(definition: MetricDefinition): ObservableGauge {
    return this.once(definition, ['gauge'], (name, options) =>
      this.meter.createObservableGauge(name, options),
    );
  }

  /** Calls back at the start of each collection of this meter. */
  onCollect(callback: BatchObservableCallback, carriers: readonly MetricDefinition[]): () => void {
    const observables = carriers.map((definition) => this.observableGauge(definition));
    this.meter.addBatchObservableCallback(callback, observables);
    return () => {
      this.meter.removeBatchObservableCallback(callback, observables);
    };
  }

  private once<Instrument>(
    definition: MetricDefinition,
    kinds: readonly MetricKind[],
    create: (name: string, options: { description: string; unit: string }) => Instrument,
  ): Instrument {
    const known = this.made.get(definition.name);
    if (known !== undefined) return known as Instrument;
    if (!kinds.includes(definition.kind)) {
      throw new Error(`${definition.name} is a ${definition.kind}, not a ${kinds.join(' or ')}`);
    }
    const instrument = create(
      instrumentName(definition, this.naming.namespace, this.naming.instrumentNames),
      { description: definition.description, unit: definition.unit },
    );
    this.made.set(definition.name, instrument);
    return instrument;
  }
}
