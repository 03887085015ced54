import { createMetricsHarness } from '@authmeter/testkit';
import { createAuthMeter } from '../../src/auth-meter';
import { isRecordingEnabled, metricsPath } from '../../src/options/environment';

describe('isRecordingEnabled', () => {
  it.each(['false', 'FALSE', ' off ', '0', 'no'])('is false for METRICS_ENABLED=%s', (word) => {
    expect(isRecordingEnabled({ METRICS_ENABLED: word })).toBe(false);
  });

  it.each(['true', '1', '', 'on', 'anything'])('is true for METRICS_ENABLED=%s', (word) => {
    expect(isRecordingEnabled({ METRICS_ENABLED: word })).toBe(true);
  });

  it('is true when nothing is said', () => {
    expect(isRecordingEnabled({})).toBe(true);
  });
});

describe('metricsPath', () => {
  it.each([
    [undefined, '/metrics'],
    ['', '/metrics'],
    ['  ', '/metrics'],
    ['/internal/metrics', '/internal/metrics'],
    ['internal', '/internal'],
    [' /padded ', '/padded'],
  ])('for METRICS_PATH=%p is %s', (path, expected) => {
    expect(metricsPath(path === undefined ? {} : { METRICS_PATH: path })).toBe(expected);
  });
});

describe('METRICS_ENABLED=false', () => {
  const before = process.env['METRICS_ENABLED'];

  beforeEach(() => {
    process.env['METRICS_ENABLED'] = 'false';
  });

  afterEach(() => {
    if (before === undefined) delete process.env['METRICS_ENABLED'];
    else process.env['METRICS_ENABLED'] = before;
  });

  it('makes a meter that creates no instrument and records nothing', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });

    expect((await harness.collect()).names).toEqual([]);
  });

  it('is overruled by the option', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider, enabled: true });
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });

    expect(await harness.points('auth.attempts')).toHaveLength(1);
  });
});
