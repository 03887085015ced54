import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { logIn } from './record.mjs';

// Serves /metrics on port 9464 by itself, to everybody who reaches it.
const port = Number(process.env.METRICS_PORT ?? 9464);
const exporter = new PrometheusExporter({ port, withoutScopeInfo: true });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));

const checkPassword = async (name, password) => (password === 'correct horse' ? { name } : null);

createServer(async (request, response) => {
  if (request.method !== 'POST') return response.writeHead(405).end();
  const form = new URLSearchParams(await text(request));
  const account = await logIn(form.get('name'), form.get('password'), checkPassword);
  return response.writeHead(account === null ? 401 : 200).end();
}).listen(process.env.PORT ?? 3000);
