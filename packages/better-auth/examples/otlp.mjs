import { createServer } from 'node:http';
import { authMetrics, createAuthMeter, observeHandler } from '@authmeter/better-auth';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';

const reader = new PeriodicExportingMetricReader({
  exporter: new OTLPMetricExporter(),
  exportIntervalMillis: Number(process.env.OTEL_METRIC_EXPORT_INTERVAL ?? 60_000),
});
const provider = new MeterProvider({ readers: [reader] });
metrics.setGlobalMeterProvider(provider);

const port = process.env.PORT ?? 3000;
const meter = createAuthMeter({ limiters: ['better-auth'] });
const auth = betterAuth({
  baseURL: `http://localhost:${port}`,
  database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  emailAndPassword: { enabled: true },
  plugins: [authMetrics(meter)],
});
const server = createServer(toNodeHandler(observeHandler(auth.handler, meter)));
server.listen(port);

process.once('SIGTERM', () => {
  server.close(() => void provider.shutdown());
});
