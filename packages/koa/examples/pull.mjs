import { authMetrics, metricsEndpoint, observeAuth } from '@authmeter/koa';
import Router from '@koa/router';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import Koa from 'koa';
import jwt from 'koa-jwt';

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
