import { authMetrics, observeAuth } from '@authmeter/express';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import express from 'express';
import { expressjwt } from 'express-jwt';

const reader = new PeriodicExportingMetricReader({
  exporter: new OTLPMetricExporter(),
  exportIntervalMillis: Number(process.env.OTEL_METRIC_EXPORT_INTERVAL ?? 60_000),
});
const provider = new MeterProvider({ readers: [reader] });
metrics.setGlobalMeterProvider(provider);

const authenticate = expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] });

const app = express();
app.use(authMetrics());
app.get('/me', observeAuth(authenticate), (request, response) => {
  response.json({ id: request.auth.sub });
});
const server = app.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => {
  server.close(() => void provider.shutdown());
});
