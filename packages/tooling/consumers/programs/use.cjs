// Loads every installed package of ours with require, and counts one attempt.
const assert = require('node:assert/strict');
const { createAuthMeter } = require('@authmeter/core');
const { AggregationTemporality, InMemoryMetricExporter } = require('@opentelemetry/sdk-metrics');
const { MeterProvider, PeriodicExportingMetricReader } = require('@opentelemetry/sdk-metrics');

for (const name of JSON.parse(process.env.INSTALLED)) {
  assert.ok(Object.keys(require(name)).length > 0, `${name} exports nothing`);
}

const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 1_000_000 });
const meterProvider = new MeterProvider({ readers: [reader] });
createAuthMeter({ meterProvider }).record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
void meterProvider.shutdown().then(() => {
  const points = exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
    .filter(({ descriptor }) => descriptor.name === 'auth.attempts')
    .flatMap(({ dataPoints }) => dataPoints)
    .filter(({ value }) => value > 0);
  assert.deepEqual(
    points.map(({ attributes, value }) => ({ attributes, value })),
    [{ attributes: { outcome: 'success', method: 'jwt' }, value: 1 }],
  );
});
