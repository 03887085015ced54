import { createNoopMeter, metrics } from '@opentelemetry/api';
import type { Meter, MeterProvider } from '@opentelemetry/api';
import { VERSION } from '../version';

/** The instrumentation scope of everything that Authmeter records. */
export const SCOPE_NAME = '@authmeter/core';

/**
 * Follows the meter provider: the one passed in, or else the global one, whenever it is registered and however
 * often it is replaced. The metrics API has no proxy meter, so a meter taken too early would stay dead for ever.
 */
export class ProviderWatch {
  private provider: MeterProvider | undefined;

  constructor(private readonly fixedProvider: MeterProvider | undefined) {}

  /** Whether the provider was passed in, so that it never changes. */
  get isFixed(): boolean {
    return this.fixedProvider !== undefined;
  }

  /** Whether the provider is another than at the last `take`. Cheap enough for every event. */
  get hasChanged(): boolean {
    return (this.fixedProvider ?? metrics.getMeterProvider()) !== this.provider;
  }

  /** The meter of the current provider; undefined while no SDK is registered. */
  take(): Meter | undefined {
    const provider = this.fixedProvider ?? metrics.getMeterProvider();
    this.provider = provider;
    const meter = provider.getMeter(SCOPE_NAME, VERSION);
    return meter === NOOP_METER ? undefined : meter;
  }
}

const NOOP_METER = createNoopMeter();
