import { metrics } from '@opentelemetry/api';

/** Where all versions 1.x of OpenTelemetry's API keep what was registered, each for itself and for older ones. */
const REGISTERED = Symbol.for('opentelemetry.js.api.1');

const WARNING =
  'a MeterProvider is registered with another version of @opentelemetry/api than the one that @authmeter/core finds, ' +
  'which must not use it: nothing is exported. `npm ls @opentelemetry/api` shows them; have one, or give createAuthMeter ' +
  'the option meterProvider';

let isWarned = false;

/**
 * Says once that a provider is registered where our API does not reach: by an older version of the API. It is a warning of
 * the process, because the logger of diagnostics is out of reach as well.
 */
export function warnOfOtherApi(): void {
  if (isWarned) return;
  const registered = (globalThis as { [REGISTERED]?: { readonly metrics?: unknown } })[REGISTERED];
  const provider = registered?.metrics;
  if (provider === undefined || provider === metrics.getMeterProvider()) return;
  isWarned = true;
  process.emitWarning(WARNING, 'AuthmeterWarning');
}
