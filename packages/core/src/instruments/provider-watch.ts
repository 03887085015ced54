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
  private emptyProvider: MeterProvider | undefined;

  /**
   * @param fixedProvider The provider to use whatever is registered globally.
   * @param substitute Gives a provider for as long as no global one is registered.
   */
  constructor(
    private readonly fixedProvider: MeterProvider | undefined,
    private readonly substitute?: () => MeterProvider | undefined,
  ) {}

  /** Whether the provider was passed in, so that it never changes. */
  get isFixed(): boolean {
    return this.fixedProvider !== undefined;
  }

  /** Whether the provider is another than at the last `take`. Cheap enough for every event. */
  get hasChanged(): boolean {
    return this.current() !== this.provider;
  }

  /** The meter of the current provider; undefined while no SDK is registered. */
  take(): Meter | undefined {
    const provider = this.current();
    this.provider = provider;
    const meter = provider.getMeter(SCOPE_NAME, VERSION);
    return meter === NOOP_METER ? undefined : meter;
  }

  private current(): MeterProvider {
    if (this.fixedProvider !== undefined) return this.fixedProvider;
    const registered = metrics.getMeterProvider();
    if (this.substitute === undefined || !this.isEmpty(registered)) return registered;
    return this.substitute() ?? registered;
  }

  /** Whether a provider is what the API answers with before one is registered. */
  private isEmpty(provider: MeterProvider): boolean {
    if (provider === this.emptyProvider) return true;
    // Its meters are asked for once: that provider stays the same, any other changes at most once.
    if (provider === this.provider) return false;
    const isEmpty = provider.getMeter(SCOPE_NAME, VERSION) === NOOP_METER;
    if (isEmpty) this.emptyProvider = provider;
    return isEmpty;
  }
}

const NOOP_METER = createNoopMeter();
