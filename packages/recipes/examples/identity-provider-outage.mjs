import { authMetrics } from '@authmeter/express';
import express from 'express';
import CircuitBreaker from 'opossum';
import { findByName, isPasswordOf } from './accounts.mjs';
import { startMetrics } from './start-metrics.mjs';

const { meter, serveMetrics } = startMetrics({
  methods: ['oidc', 'password'],
  dependencies: ['identity_provider'],
});
const app = express();
app.get('/metrics', serveMetrics);
app.use(authMetrics(meter, { operations: { 'POST /login': 'login' } }));
app.use(express.json());

// #region breaker
const dependency = 'identity_provider';
const TIMEOUT_MILLISECONDS = Number(process.env.PROVIDER_TIMEOUT_MILLISECONDS ?? 5000);

/** Asks the provider; its no is an answer, only silence and faults are not. */
async function askProvider({ name, password }) {
  const response = await fetch(process.env.PROVIDER_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  if (response.ok) return response.json();
  await response.arrayBuffer();
  if (response.status >= 500 || response.status === 429) {
    throw new Error(`the provider answered ${response.status}`);
  }
  return undefined;
}

const breaker = new CircuitBreaker(askProvider, {
  // The call ends itself, and its connection with it.
  timeout: false,
  // Opens when at least 5 calls of the last 10 s were made and half of them failed; tries again after 60 s.
  volumeThreshold: 5,
  errorThresholdPercentage: 50,
  resetTimeout: Number(process.env.BREAKER_RESET_MILLISECONDS ?? 60_000),
});

breaker.on('success', (_result, milliseconds) => tellCheck(true, milliseconds));
breaker.on('failure', (_error, milliseconds) => tellCheck(false, milliseconds));

function tellCheck(up, milliseconds) {
  meter.record({ kind: 'dependency_check', dependency, up, durationSeconds: milliseconds / 1000 });
}
// #endregion

// #region fallback
/** Few: those who must get in to repair things. They have a password here, kept up to date and used nowhere else. */
const MAY_FALL_BACK = new Set(process.env.FALLBACK_ACCOUNTS?.split(','));

app.post('/login', async (request, response) => {
  const { name, password } = request.body ?? {};
  const login = meter.startAttempt();
  try {
    const person = await breaker.fire({ name, password });
    if (person === undefined) {
      login.failAs('invalid_credentials', { method: 'oidc' });
      response.sendStatus(401);
    } else {
      login.succeed({ method: 'oidc', accountId: person.id });
      response.json({ id: person.id, by: 'provider' });
    }
  } catch {
    const account = MAY_FALL_BACK.has(name) ? findByName(name) : undefined;
    if (account === undefined) {
      // Nobody's password was wrong: the cause is the provider.
      login.failAs('dependency_error', { method: 'oidc' });
      response.set('Retry-After', '60').sendStatus(503);
    } else if (await isPasswordOf(account, password)) {
      login.succeed({ method: 'password', accountId: account.id });
      response.json({ id: account.id, by: 'fallback' });
    } else {
      login.failAs('invalid_credentials', { method: 'password', accountId: account.id });
      response.sendStatus(401);
    }
  }
});
// #endregion

app.listen(process.env.PORT ?? 3000);
