import { authMetrics, observeAuth } from '@authmeter/express';
import express from 'express';
import { expressjwt } from 'express-jwt';
import jwt from 'jsonwebtoken';
import { findByName, isPasswordOf } from './accounts.mjs';
import { createRefreshTokens } from './refresh-tokens.mjs';
import { startMetrics } from './start-metrics.mjs';

const secret = process.env.JWT_SECRET;
const { meter, serveMetrics } = startMetrics({ methods: ['jwt', 'password'] });
const app = express();
app.get('/metrics', serveMetrics);

// #region endpoint
const ACCESS_SECONDS = 3600;
const refreshTokens = createRefreshTokens({
  lifetimeSeconds: 86_400,
  raceSeconds: Number(process.env.REFRESH_RACE_SECONDS ?? 10),
});
setInterval(() => refreshTokens.clean(), 3_600_000).unref();

app.use(
  authMetrics(meter, { operations: { 'POST /login': 'login', 'POST /refresh': 'token_refresh' } }),
);
app.use(express.json());

/** Answers with both tokens, and tells the meter. */
function grant(response, account, refreshToken, grantType) {
  for (const tokenType of ['access', 'refresh']) {
    meter.record({ kind: 'token_issuance', tokenType, grantType, accountId: account.id });
  }
  response.set('Cache-Control', 'no-store').json({
    access_token: jwt.sign({ sub: account.id }, secret, { expiresIn: ACCESS_SECONDS }),
    expires_in: ACCESS_SECONDS,
    refresh_token: refreshToken,
    token_type: 'Bearer',
  });
}

app.post('/refresh', (request, response) => {
  const { failure, account, next, ids } = refreshTokens.exchange(request.body?.refresh_token);
  const accountId = account?.id;
  const facts = { accountId, refreshToken: ids };
  const refresh = meter.startAttempt();
  if (failure === undefined) {
    refresh.succeed(facts);
    grant(response, account, next, 'refresh_token');
    return;
  }
  // Reuse becomes a security event by itself; that the family fell is told here.
  refresh.failAs(failure, facts);
  if (failure === 'token_reuse') {
    meter.record({ kind: 'token_revocation', tokenType: 'refresh', cause: 'reuse', accountId });
  }
  response.sendStatus(401);
});
// #endregion

app.post('/login', async (request, response) => {
  const { name, password } = request.body ?? {};
  const account = findByName(name);
  if (await isPasswordOf(account, password)) {
    meter.startAttempt().succeed({ accountId: account.id });
    grant(response, account, refreshTokens.start(account), 'password');
  } else {
    meter.startAttempt().failAs('invalid_credentials', { accountId: account?.id });
    response.sendStatus(401);
  }
});

const authenticate = observeAuth(expressjwt({ secret, algorithms: ['HS256'] }), { meter });
app.get('/me', authenticate, (request, response) => {
  response.json({ id: request.auth.sub });
});

app.use((error, request, response, next) => {
  if (error.status === undefined) next(error);
  else response.sendStatus(error.status);
});

app.listen(process.env.PORT ?? 3000);
