import { AggregationTemporality, InstrumentType, MetricReader } from '@opentelemetry/sdk-metrics';

/** What up and down adds to is worth nothing without its start. */
const KEPT_WHOLE: readonly InstrumentType[] = [
  InstrumentType.UP_DOWN_COUNTER,
  InstrumentType.OBSERVABLE_UP_DOWN_COUNTER,
];

/** What a reader tells whoever made it. */
export interface ReaderHooks {
  /** A provider took it: it can be collected from now on. */
  onRegistered(): void;
  onShutdown(): void;
}

/**
 * Reads from the SDK what came since the last collection. It has storages of its own there, so no other reader sees
 * any difference. Goes into the `readers` of a `MeterProvider`, which cannot take one later.
 */
export class LiveReader extends MetricReader {
  constructor(private readonly hooks: ReaderHooks) {
    super({
      aggregationTemporalitySelector: (type) =>
        KEPT_WHOLE.includes(type)
          ? AggregationTemporality.CUMULATIVE
          : AggregationTemporality.DELTA,
    });
  }

  protected override onInitialized(): void {
    this.hooks.onRegistered();
  }

  protected override onShutdown(): Promise<void> {
    this.hooks.onShutdown();
    return Promise.resolve();
  }

  protected override onForceFlush(): Promise<void> {
    return Promise.resolve();
  }
}
