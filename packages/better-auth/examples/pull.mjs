import { createServer } from 'node:http';
import { authMetrics, createAuthMeter, observeHandler } from '@authmeter/better-auth';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';

const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));

const port = process.env.PORT ?? 3000;
const meter = createAuthMeter({ limiters: ['better-auth'] });
const auth = betterAuth({
  baseURL: `http://localhost:${port}`,
  database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  emailAndPassword: { enabled: true },
  plugins: [authMetrics(meter)],
});
const handle = toNodeHandler(observeHandler(auth.handler, meter));

createServer((request, response) => {
  if (request.url !== '/metrics') return handle(request, response);
  if (request.headers.authorization === `Bearer ${process.env.METRICS_TOKEN}`) {
    return exporter.getMetricsRequestHandler(request, response);
  }
  return response.writeHead(401).end();
}).listen(port);
