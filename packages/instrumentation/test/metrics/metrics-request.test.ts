import { readMetricsRequest } from '../../src/metrics/metrics-request';

describe('readMetricsRequest', () => {
  it.each([
    [{}, undefined],
    [{ AUTHMETER_METRICS: '' }, undefined],
    [{ AUTHMETER_METRICS: 'none' }, undefined],
    [{ OTEL_METRICS_EXPORTER: 'none' }, undefined],
    [{ OTEL_METRICS_EXPORTER: 'console' }, undefined],
    [{ AUTHMETER_METRICS: 'otlp' }, ['AUTHMETER_METRICS', ['otlp']]],
    [{ AUTHMETER_METRICS: 'Prometheus, otlp' }, ['AUTHMETER_METRICS', ['prometheus', 'otlp']]],
    [{ OTEL_METRICS_EXPORTER: 'otlp,console' }, ['OTEL_METRICS_EXPORTER', ['otlp']]],
    [
      { AUTHMETER_METRICS: 'prometheus', OTEL_METRICS_EXPORTER: 'otlp' },
      ['AUTHMETER_METRICS', ['prometheus']],
    ],
    [{ AUTHMETER_METRICS: 'none', OTEL_METRICS_EXPORTER: 'otlp' }, undefined],
  ])('reads %j as %j', (environment, expected) => {
    const [variable, exporters] = expected ?? [];

    expect(readMetricsRequest(environment as Record<string, string>)).toEqual(
      expected === undefined ? undefined : { variable, exporters },
    );
  });
});
