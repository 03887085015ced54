import { authMetrics, observeAuth } from '@authmeter/koa';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import Koa from 'koa';
import jwt from 'koa-jwt';

const reader = new PeriodicExportingMetricReader({
  exporter: new OTLPMetricExporter(),
  exportIntervalMillis: Number(process.env.OTEL_METRIC_EXPORT_INTERVAL ?? 60_000),
});
const provider = new MeterProvider({ readers: [reader] });
metrics.setGlobalMeterProvider(provider);

const app = new Koa();
app.use(authMetrics());
app.use(observeAuth(jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] })));
app.use((ctx) => {
  ctx.body = { id: ctx.state.user.sub };
});
const server = app.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => {
  server.close(() => void provider.shutdown());
});
