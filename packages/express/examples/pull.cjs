const { authMetrics, metricsEndpoint, observeAuth } = require('@authmeter/express');
const { metrics } = require('@opentelemetry/api');
const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
const { MeterProvider } = require('@opentelemetry/sdk-metrics');
const express = require('express');
const { expressjwt } = require('express-jwt');

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
