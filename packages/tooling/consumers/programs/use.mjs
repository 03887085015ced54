// Loads every installed package of ours as ESM and as CommonJS, and observes one request of a real service.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { authMetrics, observeAuth } from '@authmeter/express';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import express from 'express';

const require = createRequire(import.meta.url);
for (const name of JSON.parse(process.env.INSTALLED)) {
  const imported = await import(name);
  const required = require(name);
  assert.ok(Object.keys(required).length > 0, `${name} exports nothing`);
  for (const [key, value] of Object.entries(required)) {
    assert.equal(imported[key], value, `${name} exports another ${key} as ESM than as CommonJS`);
  }
}

const exporter = new PrometheusExporter({ preventServerStart: true });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
const app = express();
app.get('/metrics', (request, response) => exporter.getMetricsRequestHandler(request, response));
app.use(authMetrics());
app.get(
  '/me',
  observeAuth((_request, response) => response.status(401).end()),
);
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${server.address().port}`;
assert.equal((await fetch(`${base}/me`)).status, 401);
const text = await (await fetch(`${base}/metrics`)).text();
assert.match(text, /^auth_attempts_total\{[^}]*reason="missing_auth"[^}]*\} 1\b/m);
server.close();
server.closeAllConnections();
