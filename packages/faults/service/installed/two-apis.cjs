// A host and core with an API of OpenTelemetry of their own each. Writes how many attempts the host's SDK was told, by way
// of the global provider and by a provider that was handed over, and which warning came where there were none.
const { metrics } = require('@opentelemetry/api');
const { MeterProvider, MetricReader } = require('@opentelemetry/sdk-metrics');
const { createAuthMeter } = require('@authmeter/core');

class Reader extends MetricReader {
  onForceFlush() {}
  onShutdown() {}
}

async function count(record) {
  const reader = new Reader();
  const provider = new MeterProvider({ readers: [reader] });
  record(provider);
  const { resourceMetrics } = await reader.collect();
  const points = resourceMetrics.scopeMetrics
    .flatMap((scope) => scope.metrics)
    .filter(({ descriptor }) => descriptor.name === 'auth.attempts')
    .flatMap(({ dataPoints }) => dataPoints);
  return points.reduce((sum, { value }) => sum + value, 0);
}

const warned = new Promise((resolve) => {
  process.once('warning', resolve);
});

async function main() {
  const attempt = { kind: 'attempt', outcome: 'success', method: 'jwt' };
  const byGlobal = await count((provider) => {
    metrics.setGlobalMeterProvider(provider);
    createAuthMeter().record(attempt);
  });
  const handedOver = await count((meterProvider) => {
    createAuthMeter({ meterProvider }).record(attempt);
  });
  // Nothing else keeps the process alive.
  const waiting = setTimeout(() => undefined, 20_000);
  const warning = byGlobal === 0 ? await warned : undefined;
  clearTimeout(waiting);
  process.stdout.write(JSON.stringify({ byGlobal, handedOver, warning: warning?.message }));
}

void main();
