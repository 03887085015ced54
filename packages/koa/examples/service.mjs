import {
  authMetrics,
  createAuthMeter,
  metricsEndpoint,
  observeAuth,
  observeLogin,
  observeRateLimit,
} from '@authmeter/koa';
import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import Koa from 'koa';
import jwt from 'koa-jwt';
import rateLimit from 'koa-ratelimit';

const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
const meter = createAuthMeter({
  meterProvider: new MeterProvider({ readers: [exporter] }),
  limiters: ['login'],
  userIdKey: process.env.AUTH_USER_ID_KEY,
});
const app = new Koa();

// One guard for all but the public paths; `unless` belongs to the observed middleware.
const authenticate = observeAuth(jwt({ secret: process.env.JWT_SECRET }), { meter });
app.use(authMetrics(meter, { operations: { 'POST /login': 'login' } }));
app.use(authenticate.unless({ path: ['/metrics', '/login'] }));
app.use(bodyParser());

const limiter = rateLimit({ driver: 'memory', db: new Map(), max: 3, duration: 60_000 });
const limitLogins = observeRateLimit(limiter, { meter, limiter: 'login' });
const logIn = observeLogin(
  (ctx) => {
    const { name, password } = ctx.request.body;
    if (password !== 'correct horse') ctx.throw(401);
    ctx.body = { id: name };
  },
  { meter, identify: (ctx) => ({ accountId: ctx.request.body.name }) },
);

const router = new Router();
router.get('/metrics', metricsEndpoint(exporter, { bearer: process.env.METRICS_TOKEN }));
router.post('/login', limitLogins, logIn);
router.get('/me', (ctx) => {
  ctx.body = { id: ctx.state.user.sub };
});
app.use(router.routes());
app.listen(process.env.PORT ?? 3000);
