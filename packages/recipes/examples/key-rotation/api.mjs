import { authMetrics, observeAuth } from '@authmeter/express';
import express from 'express';
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import { startMetrics } from '../start-metrics.mjs';

const { meter, serveMetrics } = startMetrics({ methods: ['jwt'] });
const app = express();
app.get('/metrics', serveMetrics);
app.use(authMetrics(meter));

// #region verify
let fetches = 0;
const keySet = createRemoteJWKSet(new URL(process.env.JWKS_URL), {
  // No longer than the issuer waits between publishing and signing.
  cacheMaxAge: Number(process.env.KEY_CACHE_SECONDS ?? 600) * 1000,
  // Between two fetches for ids that nobody knows, or invented ids would make us fetch without end.
  cooldownDuration: 30_000,
  timeoutDuration: 2000,
  [customFetch]: (...parameters) => {
    fetches += 1;
    return fetch(...parameters);
  },
});

async function findKey(header, token) {
  const before = fetches;
  try {
    const key = await keySet(header, token);
    meter.record({ kind: 'key_lookup', result: fetches === before ? 'hit' : 'refreshed' });
    return key;
  } catch (error) {
    const result = error instanceof errors.JWKSNoMatchingKey ? 'not_found' : 'error';
    meter.record({ kind: 'key_lookup', result });
    throw error;
  }
}

async function requireToken(request, response, next) {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  try {
    const { payload } = await jwtVerify(token, findKey, { algorithms: ['ES256'] });
    request.auth = payload;
  } catch (error) {
    next(error);
    return;
  }
  next();
}

const authenticate = observeAuth(requireToken, { meter });
// #endregion

app.get('/me', authenticate, (request, response) => {
  response.json({ id: request.auth.sub });
});

app.use((error, request, response, next) => {
  if (response.headersSent) next(error);
  else if (!(error instanceof errors.JOSEError)) response.sendStatus(503);
  else response.sendStatus(error instanceof errors.JWKSTimeout ? 503 : 401);
});

app.listen(process.env.PORT ?? 3000);
