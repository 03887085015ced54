import { authMetrics } from '@authmeter/express';
import express from 'express';
import { findByName, isPasswordOf } from '../accounts.mjs';
import { requireOperator } from '../require-operator.mjs';
import { startMetrics } from '../start-metrics.mjs';
import { createKeyRing, TooEarly } from './key-ring.mjs';

const { meter, serveMetrics } = startMetrics({ methods: ['password'] });
const app = express();
app.get('/metrics', serveMetrics);
app.use(authMetrics(meter, { operations: { 'POST /login': 'login' } }));
app.use(express.json());

// #region steps
const keyRing = await createKeyRing({
  meter,
  cacheSeconds: Number(process.env.KEY_CACHE_SECONDS ?? 600),
  tokenSeconds: Number(process.env.TOKEN_SECONDS ?? 3600),
});

app.get('/.well-known/jwks.json', (request, response) => {
  response.json(keyRing.published());
});

const STEPS = ['publish', 'promote', 'retire', 'withdraw'];
app.post('/internal/signing-key/:step', requireOperator, async (request, response) => {
  const { step } = request.params;
  if (!STEPS.includes(step)) {
    response.sendStatus(404);
    return;
  }
  try {
    await keyRing[step]();
    response.sendStatus(204);
  } catch (error) {
    if (!(error instanceof TooEarly)) throw error;
    response.set('Retry-After', String(error.retryAfterSeconds)).sendStatus(409);
  }
});
// #endregion

app.post('/login', async (request, response) => {
  const { name, password } = request.body ?? {};
  const account = findByName(name);
  if (await isPasswordOf(account, password)) {
    response.json({ access_token: await keyRing.sign({ sub: account.id }) });
  } else response.sendStatus(401);
});

app.listen(process.env.PORT ?? 3000);
