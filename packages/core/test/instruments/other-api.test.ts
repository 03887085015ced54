import { createMetricsHarness } from '@authmeter/testkit';
import { metrics } from '@opentelemetry/api';
import { warnOfOtherApi } from '../../src/instruments/other-api';

const REGISTERED = Symbol.for('opentelemetry.js.api.1');
const globals = globalThis as { [REGISTERED]?: unknown };

describe('warnOfOtherApi', () => {
  const before = globals[REGISTERED];
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    jest.spyOn(process, 'emitWarning').mockImplementation((warning) => {
      warnings.push(String(warning));
    });
  });
  afterEach(() => {
    metrics.disable();
    jest.restoreAllMocks();
    globals[REGISTERED] = before;
  });

  it('is silent where nothing is registered, and where our API finds what is', () => {
    warnOfOtherApi();
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);
    warnOfOtherApi();

    expect(warnings).toEqual([]);
  });

  it('says once that an older API has a provider that ours must not use', () => {
    globals[REGISTERED] = { version: '1.2.0', metrics: createMetricsHarness().meterProvider };

    warnOfOtherApi();
    warnOfOtherApi();

    expect(warnings).toEqual([expect.stringContaining('npm ls @opentelemetry/api')]);
  });
});
