import { authMetrics, observeAuth } from '@authmeter/express';
import express from 'express';
import jwt from 'jsonwebtoken';
import { startMetrics } from './start-metrics.mjs';

const { meter, serveMetrics } = startMetrics({ methods: ['jwt'] });
const app = express();
app.get('/metrics', serveMetrics);
app.use(authMetrics(meter));

// #region leeway
const MOST_LEEWAY_SECONDS = 300;

/** Seconds for which an expired token is still taken: none, unless asked for, and then only until the given time. */
function leewaySeconds() {
  const { EXPIRY_LEEWAY_SECONDS = '0', EXPIRY_LEEWAY_UNTIL = '' } = process.env;
  const isOver = !(Date.now() < Date.parse(EXPIRY_LEEWAY_UNTIL));
  return isOver ? 0 : Math.min(Number(EXPIRY_LEEWAY_SECONDS) || 0, MOST_LEEWAY_SECONDS);
}

function requireToken(request, response, next) {
  const [, token] = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  const options = { algorithms: ['HS256'], clockTolerance: leewaySeconds() };
  try {
    request.auth = jwt.verify(token, process.env.JWT_SECRET, options);
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
  if (error instanceof jwt.JsonWebTokenError) response.sendStatus(401);
  else next(error);
});

app.listen(process.env.PORT ?? 3000);
