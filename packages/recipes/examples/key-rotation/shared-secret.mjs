import { createHash } from 'node:crypto';
import { authMetrics, observeAuth } from '@authmeter/express';
import express from 'express';
import { expressjwt } from 'express-jwt';
import jwt from 'jsonwebtoken';
import { findByName, isPasswordOf } from '../accounts.mjs';
import { startMetrics } from '../start-metrics.mjs';

const { meter, serveMetrics } = startMetrics({ methods: ['jwt', 'password'] });
const app = express();
app.get('/metrics', serveMetrics);
app.use(authMetrics(meter, { operations: { 'POST /login': 'login' } }));
app.use(express.json());

// #region secrets
const LEAST_SECRET_BYTES = 32;
const { JWT_SECRET, JWT_SECRET_NEXT, JWT_SECRET_PREVIOUS } = process.env;

/** The id of a secret: says which one, and nothing about it. */
const idOf = (secret) => createHash('sha256').update(secret).digest('hex').slice(0, 12);

const verifying = new Map(
  [JWT_SECRET, JWT_SECRET_NEXT, JWT_SECRET_PREVIOUS]
    .filter((secret) => secret !== undefined)
    .map((secret) => {
      if (Buffer.byteLength(secret) >= LEAST_SECRET_BYTES) return [idOf(secret), secret];
      throw new Error(`the secret ${idOf(secret)} has less than ${LEAST_SECRET_BYTES} bytes`);
    }),
);

function sign(claims) {
  return jwt.sign(claims, JWT_SECRET, { expiresIn: 3600, keyid: idOf(JWT_SECRET) });
}

const guard = expressjwt({
  algorithms: ['HS256'],
  // A token without an id is from before ids were written: it can only be of the oldest secret.
  secret: (request, token) =>
    verifying.get(token.header.kid ?? idOf(JWT_SECRET_PREVIOUS ?? JWT_SECRET)),
});
const authenticate = observeAuth(guard, { meter });
// #endregion

app.post('/login', async (request, response) => {
  const { name, password } = request.body ?? {};
  const account = findByName(name);
  if (await isPasswordOf(account, password)) {
    response.json({ access_token: sign({ sub: account.id }) });
  } else response.sendStatus(401);
});

app.get('/me', authenticate, (request, response) => {
  response.json({ id: request.auth.sub });
});

app.use((error, request, response, next) => {
  if (error.status === undefined) next(error);
  else response.sendStatus(error.status);
});

app.listen(process.env.PORT ?? 3000);
