import { maskIpAddress } from '@authmeter/core';
import { authMetrics } from '@authmeter/express';
import express from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { findByName, isPasswordOf } from './accounts.mjs';
import { requireOperator } from './require-operator.mjs';
import { startMetrics } from './start-metrics.mjs';

const { meter, serveMetrics } = startMetrics({ methods: ['password'] });
const app = express();
app.get('/metrics', serveMetrics);
const trustedHops = Number(process.env.TRUSTED_HOPS ?? 0);
app.set('trust proxy', trustedHops);
app.use(authMetrics(meter, { trustedHops, operations: { 'POST /login': 'login' } }));
app.use(express.json());

// #region lockout
const LOCK_SECONDS = Number(process.env.LOCK_SECONDS ?? 1800);
// RateLimiterRedis, with the same methods, shares the locks between all instances.
const tries = new RateLimiterMemory({ keyPrefix: 'login', points: 5, duration: 300 });
/** What was locked here and not released yet, with the timer that tells when the lock runs out. */
const locks = new Map();

/** By account alone, anybody who knows a name can lock its owner out; with the network, only for that network. */
function keyOf(account, request) {
  return process.env.LOCK_BY === 'account_and_network'
    ? `${account.id} ${maskIpAddress(request.ip)}`
    : account.id;
}

/** Takes one of the tries before the password is looked at, so that a hundred at once are still five. */
async function takeTry(key) {
  try {
    return await tries.consume(key);
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return undefined;
  }
}

async function lock(key, accountId) {
  await tries.block(key, LOCK_SECONDS);
  locks.set(key, setTimeout(release, LOCK_SECONDS * 1000, key, 'expired', accountId).unref());
  meter.record({ kind: 'lockout', transition: 'locked', cause: 'max_retries', accountId });
}

function release(key, transition, accountId) {
  clearTimeout(locks.get(key));
  if (!locks.delete(key)) return;
  meter.record({ kind: 'lockout', transition, cause: 'max_retries', accountId });
}

app.post('/login', async (request, response) => {
  const { name, password } = request.body ?? {};
  const account = findByName(name);
  const login = meter.startAttempt();
  const key = account === undefined ? undefined : keyOf(account, request);
  const state = key === undefined ? undefined : await takeTry(key);
  // One answer to all that fails: whoever guesses is told neither names nor locks.
  if (account !== undefined && state === undefined) {
    login.failAs('account_locked', { accountId: account.id });
    response.sendStatus(401);
    return;
  }
  if (await isPasswordOf(account, password)) {
    await tries.delete(key);
    login.succeed({ accountId: account.id });
    response.json({ id: account.id });
    return;
  }
  login.failAs(account === undefined ? 'user_not_found' : 'invalid_credentials', {
    accountId: account?.id,
  });
  if (state?.remainingPoints === 0) await lock(key, account.id);
  response.sendStatus(401);
});

app.post('/internal/unlock', requireOperator, async (request, response) => {
  const account = findByName(request.body?.name);
  if (account === undefined) {
    response.sendStatus(404);
    return;
  }
  const isOfAccount = (key) => key.split(' ')[0] === account.id;
  for (const key of [...locks.keys()].filter(isOfAccount)) {
    await tries.delete(key);
    release(key, 'unlocked', account.id);
  }
  response.sendStatus(204);
});
// #endregion

app.listen(process.env.PORT ?? 3000);
