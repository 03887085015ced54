import { maskIpAddress } from '@authmeter/core';
import { authMetrics } from '@authmeter/express';
import express from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { findByName, isPasswordOf } from './accounts.mjs';
import { requireOperator } from './require-operator.mjs';
import { startMetrics } from './start-metrics.mjs';

const { meter, serveMetrics } = startMetrics({ methods: ['password'], limiters: ['block_list'] });
const app = express();
app.get('/metrics', serveMetrics);
// Only as many as are yours: whoever writes the address that is believed walks past every list.
app.set('trust proxy', 1);

// #region block-list
// RateLimiterRedis, with the same methods, shares the list between all instances.
const blocks = new RateLimiterMemory({ keyPrefix: 'block', points: 1, duration: 1 });

async function isBlocked(address) {
  // A whole network as the metrics name it, or a single address.
  const found = await Promise.all([blocks.get(maskIpAddress(address)), blocks.get(address)]);
  return found.some((block) => block !== null && block.remainingPoints <= 0);
}

async function refuseBlocked(request, response, next) {
  const limiter = 'block_list';
  const sourceAddress = request.ip;
  try {
    const result = (await isBlocked(sourceAddress)) ? 'limited' : 'allowed';
    meter.record({ kind: 'rate_limit', limiter, result, sourceAddress });
    if (result === 'allowed') next();
    else response.sendStatus(403);
  } catch {
    // A store that is down lets everybody in: the list protects, it does not guard.
    meter.record({ kind: 'rate_limit', limiter, result: 'store_error', sourceAddress });
    next();
  }
}

app.put('/internal/blocks/:source', requireOperator, express.json(), async (request, response) => {
  await blocks.block(request.params.source, request.body?.seconds ?? 86_400);
  response.sendStatus(204);
});
app.delete('/internal/blocks/:source', requireOperator, async (request, response) => {
  await blocks.delete(request.params.source);
  response.sendStatus(204);
});

// In front of everything that counts attempts: who is refused here has not tried anything.
app.use(refuseBlocked);
app.use(authMetrics(meter, { trustedHops: 1, operations: { 'POST /login': 'login' } }));
// #endregion

app.post('/login', express.json(), async (request, response) => {
  const { name, password } = request.body ?? {};
  const account = findByName(name);
  if (await isPasswordOf(account, password)) response.json({ id: account.id });
  else response.sendStatus(401);
});

app.listen(process.env.PORT ?? 3000);
