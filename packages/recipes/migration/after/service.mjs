import {
  authMetrics,
  createAuthMeter,
  metricsEndpoint,
  observeAuth,
  observeRateLimit,
} from '@authmeter/express';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import express from 'express';
import { expressjwt } from 'express-jwt';
import { rateLimit } from 'express-rate-limit';
import { issueTokens, logIn, register, signInWithProvider, takeRefreshToken } from '../shop.mjs';

const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
const meter = createAuthMeter({
  meterProvider: new MeterProvider({ readers: [exporter] }),
  methods: ['jwt', 'password', 'oauth'],
  limiters: ['password_reset'],
  userIdKey: process.env.AUTH_USER_ID_KEY,
});

const app = express();
app.get('/metrics', metricsEndpoint(exporter, { allow: () => true }));
app.use(
  authMetrics(meter, {
    operations: {
      'POST /login': 'login',
      'GET /oauth/callback': { operation: 'login', method: 'oauth' },
      'POST /auth/refresh': 'token_refresh',
      'POST /register': 'register',
      'POST /password-reset': { operation: 'password_reset', event: 'requested' },
    },
  }),
);
app.use(express.json());

app.post('/login', (request, response) => {
  const { failure, account, isLockedNow } = logIn(request.body);
  const attempt = meter.startAttempt();
  if (failure === undefined) attempt.succeed({ accountId: account.id });
  else attempt.failAs(failure, { accountId: account?.id });
  if (isLockedNow) {
    const { id: accountId } = account;
    meter.record({ kind: 'lockout', transition: 'locked', cause: 'max_retries', accountId });
  }
  if (failure === undefined) response.json(issueTokens(account));
  else response.sendStatus(failure === 'account_locked' ? 423 : 401);
});

app.get('/oauth/callback', async (request, response) => {
  try {
    const account = await signInWithProvider(request.query.code);
    meter.record({ kind: 'oauth_step', step: 'callback', outcome: 'success' });
    response.json(issueTokens(account));
  } catch (error) {
    meter.record({ kind: 'oauth_step', step: 'callback', outcome: 'failure', error });
    response.sendStatus(401);
  }
});

const secret = process.env.JWT_SECRET;
const requireToken = observeAuth(expressjwt({ secret, algorithms: ['HS256'] }), { meter });

app.get('/me', requireToken, (request, response) => {
  response.json({ id: request.auth.sub });
});

app.get('/admin', requireToken, (request, response) => {
  const isAllowed = request.auth.roles.includes('admin');
  const verdict = isAllowed
    ? { outcome: 'success' }
    : { outcome: 'failure', errorType: 'insufficient_permissions' };
  meter.record({ kind: 'authorization', ...verdict });
  if (isAllowed) response.json({ id: request.auth.sub });
  else response.sendStatus(403);
});

app.post('/auth/refresh', (request, response) => {
  const account = takeRefreshToken(request.body.refresh_token);
  if (account === undefined) response.sendStatus(401);
  else response.json(issueTokens(account));
});

app.post('/register', (request, response) => {
  response.sendStatus(register(request.body) === undefined ? 400 : 201);
});

const limitResets = observeRateLimit(rateLimit({ limit: 2 }), { meter, limiter: 'password_reset' });
app.post('/password-reset', limitResets, (request, response) => {
  response.sendStatus(202);
});

app.post('/guest', (request, response) => {
  meter.record({ kind: 'guest', event: 'created' });
  response.sendStatus(201);
});

app.use((error, request, response, next) => {
  if (error.status === undefined) next(error);
  else response.sendStatus(error.status);
});

app.listen(process.env.PORT ?? 3000);
