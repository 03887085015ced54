import { maskIpAddress } from '@authmeter/core';
import { authMetrics } from '@authmeter/express';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import express from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { findByName, isPasswordOf } from './accounts.mjs';
import { startMetrics } from './start-metrics.mjs';

const { meter, serveMetrics } = startMetrics({ methods: ['password'] });
const app = express();
app.get('/metrics', serveMetrics);
app.set('trust proxy', 1);
app.use(authMetrics(meter, { trustedHops: 1, operations: { 'POST /login': 'login' } }));
app.use(express.json());

// #region challenge
const CHALLENGE_SECONDS = 300;
const FREE_FAILURES = 3;
const secrets = {
  hmacSignatureSecret: process.env.CHALLENGE_SECRET,
  hmacKeySignatureSecret: process.env.CHALLENGE_KEY_SECRET,
};
// Failures are counted by network, so that one try on each of a thousand accounts is a thousand.
const failures = new RateLimiterMemory({ keyPrefix: 'f', points: FREE_FAILURES, duration: 900 });
const solved = new RateLimiterMemory({ keyPrefix: 's', points: 1, duration: CHALLENGE_SECONDS });

async function isChallenged(network) {
  const state = await failures.get(network);
  return state !== null && state.consumedPoints >= FREE_FAILURES;
}

/** Whether a challenge of ours was solved, in time, and for the first time. */
async function isSolved(payload) {
  if (typeof payload !== 'object' || payload === null) return false;
  const { challenge, solution } = payload;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets }).catch(
    () => ({ verified: false }),
  );
  // Consumed last, so that nobody can use up the challenge of somebody else.
  return verified && solved.consume(challenge.signature).then(Boolean, () => false);
}

app.get('/login/challenge', async (request, response) => {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    // 1,000 to 3,000 derivations of 5,000 rounds: a second or two of one processor core.
    cost: Number(process.env.CHALLENGE_ROUNDS ?? 5000),
    counter: randomInt(1000, 3000),
    expiresAt: new Date(Date.now() + CHALLENGE_SECONDS * 1000),
    deriveKey,
    ...secrets,
  });
  response.set('Cache-Control', 'no-store').json(challenge);
});

app.post('/login', async (request, response) => {
  const { name, password, challenge } = request.body ?? {};
  const network = maskIpAddress(request.ip);
  const account = findByName(name);
  const accountId = account?.id;
  const login = meter.startAttempt();
  // Before the password is hashed: the sender works first, then the service.
  if ((await isChallenged(network)) && !(await isSolved(challenge))) {
    login.failAs('challenge_required', { accountId });
    response.status(403).json({ challenge: '/login/challenge' });
    return;
  }
  if (await isPasswordOf(account, password)) {
    login.succeed({ accountId });
    response.json({ id: accountId });
    return;
  }
  await failures.consume(network).catch(() => undefined);
  login.failAs('invalid_credentials', { accountId });
  response.sendStatus(401);
});
// #endregion

app.listen(process.env.PORT ?? 3000);
