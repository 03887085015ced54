import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { logIn } from './record.mjs';

const reader = new PeriodicExportingMetricReader({
  exporter: new OTLPMetricExporter(),
  exportIntervalMillis: Number(process.env.OTEL_METRIC_EXPORT_INTERVAL ?? 60_000),
});
const provider = new MeterProvider({ readers: [reader] });
metrics.setGlobalMeterProvider(provider);

const checkPassword = async (name, password) => (password === 'correct horse' ? { name } : null);

const server = createServer(async (request, response) => {
  if (request.method !== 'POST') return response.writeHead(405).end();
  const form = new URLSearchParams(await text(request));
  const account = await logIn(form.get('name'), form.get('password'), checkPassword);
  return response.writeHead(account === null ? 401 : 200).end();
});
server.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => {
  server.close(() => void provider.shutdown());
});
