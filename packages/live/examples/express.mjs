import { authMetrics, observeAuth } from '@authmeter/express';
import { createLive } from '@authmeter/live';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import express from 'express';
import { expressjwt } from 'express-jwt';

const live = createLive();
const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [live.reader, exporter] }));

const authenticate = expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] });

const app = express();
app.use(authMetrics());
app.use('/auth-live', live.express());
app.get('/me', observeAuth(authenticate), (request, response) => {
  response.json({ id: request.auth.sub });
});
app.listen(process.env.PORT ?? 3000);
