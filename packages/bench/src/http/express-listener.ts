import { authMetrics, observeAuth } from '@authmeter/express';
import express, { type RequestHandler } from 'express';
import { handMadeOf, timeByHand, type CreateListener, type GuardedRequest } from './contender';
import { authmeter } from './recorders';
import { verifyHeader } from './tokens';

const guard: RequestHandler = (request, response, next) => {
  try {
    const claims = verifyHeader(request.headers.authorization);
    if (claims === undefined) {
      response.status(401).end();
      return;
    }
    (request as GuardedRequest).auth = claims;
    next();
  } catch (error) {
    next(error);
  }
};

/** An Express 5 application. */
export const createExpressListener: CreateListener = (contender) => {
  const app = express();
  const handMade = handMadeOf(contender);
  if (handMade !== undefined) {
    app.use((request: GuardedRequest, response, next) => {
      timeByHand(handMade, response, () => request.auth);
      next();
    });
  }
  if (contender === 'ours') app.use(authMetrics(authmeter()));
  app.get('/me', contender === 'ours' ? observeAuth(guard, { method: 'jwt' }) : guard);
  app.get('/me', (_request, response) => {
    response.json({ ok: true });
  });
  app.use(((_error, _request, response, _next) => {
    response.status(401).end();
  }) as express.ErrorRequestHandler);
  return app;
};
