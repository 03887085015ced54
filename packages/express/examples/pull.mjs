import { authMetrics, metricsEndpoint, observeAuth } from '@authmeter/express';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import express from 'express';
import { expressjwt } from 'express-jwt';

const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));

const authenticate = expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] });

const app = express();
app.get('/metrics', metricsEndpoint(exporter, { bearer: process.env.METRICS_TOKEN }));
app.use(authMetrics());
app.get('/me', observeAuth(authenticate), (request, response) => {
  response.json({ id: request.auth.sub });
});
app.listen(process.env.PORT ?? 3000);
