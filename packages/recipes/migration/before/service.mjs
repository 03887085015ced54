import express from 'express';
import { rateLimit } from 'express-rate-limit';
import {
  claimsOf,
  issueTokens,
  logIn,
  register,
  signInWithProvider,
  takeRefreshToken,
} from '../shop.mjs';
import * as perOutcome from './counter-per-outcome.mjs';
import * as failureReason from './failure-reason.mjs';
import * as resultLabel from './result-label.mjs';

const app = express();
app.use(express.json());

for (const [style, { registry }] of Object.entries({ resultLabel, perOutcome, failureReason })) {
  app.get(`/metrics/${style}`, async (request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
}

/** What all three styles count of a login. */
function countLogin(request, method, startedAt, { failure, account, isLockedNow }) {
  const seconds = (performance.now() - startedAt) / 1000;
  resultLabel.count.login({ failure, method, seconds });
  perOutcome.count.login({ failure, seconds });
  if (failure === undefined) failureReason.count.success();
  else failureReason.count.failure(failure, account?.id, request.ip);
  if (isLockedNow) failureReason.count.lockout();
}

app.post('/login', (request, response) => {
  const startedAt = performance.now();
  const result = logIn(request.body);
  countLogin(request, 'password', startedAt, result);
  if (result.failure === undefined) response.json(issueTokens(result.account));
  else response.sendStatus(result.failure === 'account_locked' ? 423 : 401);
});

app.get('/oauth/callback', async (request, response) => {
  const startedAt = performance.now();
  try {
    const account = await signInWithProvider(request.query.code);
    resultLabel.count.oauthStep({ step: 'callback' });
    countLogin(request, 'oauth', startedAt, { account });
    response.json(issueTokens(account));
  } catch {
    resultLabel.count.oauthStep({ step: 'callback', failure: 'refused' });
    countLogin(request, 'oauth', startedAt, { failure: 'invalid_credentials' });
    response.sendStatus(401);
  }
});

function requireToken(request, response, next) {
  try {
    request.auth = claimsOf(request);
    perOutcome.count.validation();
    next();
  } catch (error) {
    const reason = failureReason.reasonOfTokenError(error);
    if (reason !== 'missing_token') perOutcome.count.validation(reason);
    failureReason.count.failure(reason, undefined, request.ip);
    response.sendStatus(401);
  }
}

app.get('/me', requireToken, (request, response) => {
  failureReason.count.success();
  response.json({ id: request.auth.sub });
});

app.get('/admin', requireToken, (request, response) => {
  if (request.auth.roles.includes('admin')) {
    failureReason.count.success();
    response.json({ id: request.auth.sub });
  } else {
    failureReason.count.failure('insufficient_permissions', request.auth.sub, request.ip);
    response.sendStatus(403);
  }
});

app.post('/auth/refresh', (request, response) => {
  const startedAt = performance.now();
  const account = takeRefreshToken(request.body.refresh_token);
  const seconds = (performance.now() - startedAt) / 1000;
  resultLabel.count.refresh({ failure: account === undefined ? 'unknown' : undefined, seconds });
  if (account === undefined) response.sendStatus(401);
  else response.json(issueTokens(account));
});

app.post('/register', (request, response) => {
  const account = register(request.body);
  perOutcome.count.registration(account === undefined ? 'invalid' : undefined);
  response.sendStatus(account === undefined ? 400 : 201);
});

const handler = (request, response) => {
  perOutcome.count.limited();
  response.sendStatus(429);
};
app.post('/password-reset', rateLimit({ limit: 2, handler }), (request, response) => {
  resultLabel.count.passwordReset('requested');
  response.sendStatus(202);
});

app.post('/guest', (request, response) => {
  resultLabel.count.guest('created');
  response.sendStatus(201);
});

app.listen(process.env.PORT ?? 3000);
