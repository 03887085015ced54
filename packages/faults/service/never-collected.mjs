// Counts a great deal that nobody collects, writes what the heap grew by in kilobytes, and then what one scrape shows.
// Started with --expose-gc; its argument says how many logins.
import { createAuthMeter } from '@authmeter/core';
import { createDetectors } from '@authmeter/detectors';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

const logins = Number(process.argv[2]);
const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
const meter = createAuthMeter({
  meterProvider: new MeterProvider({ readers: [exporter] }),
  userIdKey: 'a key that only this process knows',
  observers: [createDetectors()],
});

function heapKilobytes() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1000;
}

function logIn(number) {
  meter.record({
    kind: 'login',
    method: 'password',
    outcome: 'failure',
    errorType: 'invalid_credentials',
    durationSeconds: 1,
    accountId: `account-${number}`,
    sourceAddress: `${10 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}.7`,
  });
}

let number = 0;
while (number < logins / 2) logIn(number++);
const before = heapKilobytes();
while (number < logins) logIn(number++);
process.stdout.write(`${heapKilobytes() - before}\n`);
exporter.getMetricsRequestHandler(
  {},
  { setHeader: () => undefined, end: (text) => process.stdout.write(text) },
);
