import { AuthInstrumentation } from '@authmeter/instrumentation';
import type { MetricsHarness } from '@authmeter/testkit';
import jsonwebtoken from 'jsonwebtoken';

/** The version that is installed here; which one does not matter to the adapters. */
const VERSION = '9.0.3';

/**
 * Starts zero-code instrumentation with a meter of its own, which exports to the same place. Jest has a module system
 * of its own, so the library that the contract's application verifies with is handed to its patches.
 */
export function startZeroCode({ meterProvider }: MetricsHarness): AuthInstrumentation {
  const instrumentation = new AuthInstrumentation({ meterOptions: { meterProvider } });
  for (const { name, patch } of instrumentation.getModuleDefinitions()) {
    if (name === 'jsonwebtoken') patch?.(jsonwebtoken, VERSION);
  }
  return instrumentation;
}
