import { metricsPath } from '@authmeter/core';
import {
  authHealth,
  authMetrics,
  createAuthMeter,
  metricsEndpoint,
  observeAuth,
  observeLogin,
  observeRateLimit,
  observeStrategy,
} from '@authmeter/express';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import passport from 'passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { checkPassword, findByApiKey, findById, findByName, pingDatabase } from './accounts.mjs';

const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });

// #region meter
const meter = createAuthMeter({
  meterProvider: new MeterProvider({ readers: [exporter] }),
  methods: ['jwt', 'password', 'api_key'],
  limiters: ['login'],
  policies: ['admin'],
  dependencies: ['database'],
  userIdKey: process.env.AUTH_USER_ID_KEY,
});
// #endregion

const app = express();
app.set('trust proxy', 1);

// #region metrics
app.get(metricsPath(), metricsEndpoint(exporter, { bearer: process.env.METRICS_TOKEN }));
// #endregion

// #region health
app.get('/auth/health', authHealth({ meter, checks: { database: pingDatabase } }));
// #endregion

// #region operations
app.use(
  authMetrics(meter, {
    trustedHops: 1,
    operations: {
      'POST /login': 'login',
      'POST /logout': 'logout',
      'POST /web/login': {
        operation: 'login',
        method: 'password',
        outcome: (request, response) =>
          response.getHeader('location') === '/home'
            ? 'success'
            : { outcome: 'failure', errorType: 'invalid_credentials' },
      },
    },
  }),
);
// #endregion
app.use(express.json());

// #region limiter
const limitLogins = observeRateLimit(rateLimit({ windowMs: 60_000, limit: 3 }), {
  meter,
  limiter: 'login',
});
// #endregion

// #region login
const logIn = observeLogin(
  (request, response) => {
    const account = checkPassword(request.body);
    if (account === undefined) response.sendStatus(401);
    else response.json({ id: account.id });
  },
  { meter, identify: ({ body }) => ({ accountId: findByName(body.name)?.id }) },
);
app.post('/login', limitLogins, logIn);
// #endregion

app.post('/web/login', (request, response) => {
  response.redirect(checkPassword(request.body) === undefined ? '/login?failed' : '/home');
});

// #region passport
const fromHeader = {
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
  secretOrKey: process.env.JWT_SECRET,
};
const strategy = new JwtStrategy(fromHeader, (claims, done) => done(null, findById(claims.sub)));
passport.use(observeStrategy(strategy, meter));
const authenticate = passport.authenticate('jwt', { session: false });
// #endregion

// #region roles
function requireRole(role) {
  return (request, response, next) => {
    const isAllowed = request.user.roles.includes(role);
    meter.record({
      kind: 'authorization',
      policy: role,
      ...(isAllowed
        ? { outcome: 'success' }
        : { outcome: 'failure', errorType: 'insufficient_permissions' }),
    });
    if (isAllowed) next();
    else response.sendStatus(403);
  };
}
// #endregion

app.get('/admin', authenticate, requireRole('admin'), (request, response) => {
  response.json({ id: request.user.id });
});

app.post('/logout', authenticate, (request, response) => {
  response.sendStatus(204);
});

// #region own-guard
function requireApiKey(request, response, next) {
  const key = request.get('x-api-key');
  const account = findByApiKey(key);
  if (account !== undefined) {
    request.user = account;
    next();
    return;
  }
  meter.startAttempt().failAs(key === undefined ? 'missing_auth' : 'invalid_credentials');
  response.sendStatus(401);
}
const authenticateByKey = observeAuth(requireApiKey, { meter, method: 'api_key' });
// #endregion

app.get('/invoices', authenticateByKey, (request, response) => {
  response.json([]);
});

app.listen(process.env.PORT ?? 3000);
