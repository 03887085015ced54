import { createNoopMeter, metrics } from '@opentelemetry/api';
import type { Meter, MeterProvider } from '@opentelemetry/api';
import { shared } from '../shared';
import { VERSION } from '../version';

/** The instrumentation scope of everything that Authmeter records. */
export const SCOPE_NAME = '@authmeter/core';

/** Where a provider comes from while none is registered globally. */
const substitute = shared(
  'substitute provider',
  (): { provide?: () => MeterProvider | undefined } => {
    return {};
  },
);

/**
 * For instrumentation that starts an SDK of its own: gives a provider to every meter that was given none, in every
 * copy of this package, for as long as no global one is registered. The one that is registered is never replaced.
 *
 * @param provide Asked at each record, so it must be cheap; undefined: there is none now.
 */
export function substituteMeterProvider(provide: () => MeterProvider | undefined): void {
  substitute.provide = provide;
}

/**
 * Follows the meter provider: the one passed in, or else the global one, whenever it is registered and however
 * often it is replaced. The metrics API has no proxy meter, so a meter taken too early would stay dead for ever.
 */
export class ProviderWatch {
  private provider: MeterProvider | undefined;
  private emptyProvider: MeterProvider | undefined;

  /** @param fixedProvider The provider to use whatever is registered globally. */
  constructor(private readonly fixedProvider: MeterProvider | undefined) {}

  /** Whether the provider was passed in, so that it never changes. */
  get isFixed(): boolean {
    return this.fixedProvider !== undefined;
  }

  /** Whether the provider is another than at the last `take`. Cheap enough for every event. */
  get hasChanged(): boolean {
    return (this.fixedProvider ?? this.registered()) !== this.provider;
  }

  /** The meter of the current provider; undefined while no SDK is registered. */
  take(): Meter | undefined {
    const provider = this.fixedProvider ?? this.registered();
    this.provider = provider;
    const meter = provider.getMeter(SCOPE_NAME, VERSION);
    return meter === NOOP_METER ? undefined : meter;
  }

  private registered(): MeterProvider {
    const registered = metrics.getMeterProvider();
    const { provide } = substitute;
    if (provide === undefined || !this.isEmpty(registered)) return registered;
    return provide() ?? registered;
  }

  /** Whether a provider is what the API answers with before one is registered. */
  private isEmpty(provider: MeterProvider): boolean {
    if (provider === this.emptyProvider) return true;
    // Its meters are asked for once: that provider stays the same, any other changes at most once.
    if (provider === this.provider) return false;
    const isEmpty = givesNoMeter(provider);
    if (isEmpty) this.emptyProvider = provider;
    return isEmpty;
  }
}

const NOOP_METER = createNoopMeter();

/** A provider that throws is one that is registered, and broken. */
function givesNoMeter(provider: MeterProvider): boolean {
  try {
    return provider.getMeter(SCOPE_NAME, VERSION) === NOOP_METER;
  } catch {
    return false;
  }
}
