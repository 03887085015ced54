// Three threads that count logins and push them, each with a provider of its own: the main one and one worker end in good
// order, the other worker is terminated. Arguments: where to push, and how many logins each counts.
import { once } from 'node:events';
import { isMainThread, parentPort, threadId, Worker } from 'node:worker_threads';
import { createAuthMeter } from '@authmeter/core';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';

const [, , otlpUrl, logins] = process.argv;

const exporter = new OTLPMetricExporter({ url: `${otlpUrl}/v1/metrics` });
const provider = new MeterProvider({
  resource: resourceFromAttributes({ 'service.instance.id': `thread-${threadId}` }),
  readers: [new PeriodicExportingMetricReader({ exporter })],
});
metrics.setGlobalMeterProvider(provider);
const meter = createAuthMeter();
for (let count = 0; count < Number(logins); count += 1) {
  meter.record({ kind: 'login', outcome: 'success', method: 'password', durationSeconds: 1 });
}

if (isMainThread) {
  const workers = [0, 1].map(
    () => new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const [inGoodOrder, terminated] = workers;
  await terminated.terminate();
  inGoodOrder.postMessage('end');
  await once(inGoodOrder, 'exit');
  await provider.shutdown();
} else {
  parentPort.postMessage('counted');
  parentPort.once('message', () => void provider.shutdown());
}
