// Two copies of core in one process, as two dependencies of a service may bring them. Writes what one scrape shows.
const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
const { MeterProvider } = require('@opentelemetry/sdk-metrics');
const { metrics } = require('@opentelemetry/api');
const first = require('@authmeter/core');
const second = require('dependency').core;

if (first.createAuthMeter === second.createAuthMeter) throw new Error('it is one copy');
const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
const meters = [first.createAuthMeter(), second.createAuthMeter()];

// Each counts what it alone is told.
for (const meter of meters) {
  meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt', durationSeconds: 1 });
}

// Both are told of one request.
const request = {};
const opened = meters.map((meter) => meter.openExchange(request));
const [{ exchange }] = opened;
exchange.refuse({ errorType: 'expired_token' }, { method: 'jwt' });
second.runInExchange(exchange, () => {
  meters[1].startAttempt().failAs('expired_token');
});
exchange.end({ status: 401, credentialPresent: true });

exporter.getMetricsRequestHandler(
  {},
  { setHeader: () => undefined, end: (text) => process.stdout.write(text) },
);
