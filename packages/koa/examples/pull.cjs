const { authMetrics, metricsEndpoint, observeAuth } = require('@authmeter/koa');
const { Router } = require('@koa/router');
const { metrics } = require('@opentelemetry/api');
const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
const { MeterProvider } = require('@opentelemetry/sdk-metrics');
const Koa = require('koa');
const jwt = require('koa-jwt');

const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));

const authenticate = observeAuth(jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));

const router = new Router();
router.get('/metrics', metricsEndpoint(exporter, { bearer: process.env.METRICS_TOKEN }));
router.get('/me', authenticate, (ctx) => {
  ctx.body = { id: ctx.state.user.sub };
});

const app = new Koa();
app.use(authMetrics());
app.use(router.routes());
app.listen(process.env.PORT ?? 3000);
