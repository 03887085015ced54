import { authMetrics, metricsEndpoint } from '@authmeter/express';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { answerOf } from '../../service/answer-of';
import { accountOfForm } from '../../service/operations/log-in';
import { OPERATIONS } from '../../service/operations/operations';
import type { ServiceParts } from '../../service/service-parts';
import { isLocal, TRUSTED_HOPS, type Surroundings } from '../../service/surroundings';
import { createApiRoutes } from './api-routes';
import { createAuthRoutes } from './auth-routes';
import { createNeglectedRoutes } from './neglected-routes';

/** The whole Express app: Authmeter in front, the routes behind it. */
export function createApp(
  parts: ServiceParts,
  { exporter, introspectionUrl }: Surroundings,
): Express {
  const { meter, signingKeys } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', TRUSTED_HOPS);
  app.use(
    authMetrics(meter, {
      trustedHops: TRUSTED_HOPS,
      operations: OPERATIONS,
      // Here and not at the login itself: what a limiter refuses never gets there.
      identify: ({ body }) => accountOfForm(parts, body),
    }),
  );
  app.get('/metrics', metricsEndpoint(exporter, { allow: isLocal }));
  app.use(express.json());
  app.get('/.well-known/jwks.json', (_request, response) => {
    response.json(signingKeys.publicKeySet());
  });
  app.use('/auth', createAuthRoutes(parts, introspectionUrl));
  app.use('/api', createApiRoutes(parts, introspectionUrl));
  app.use(createNeglectedRoutes(meter));
  app.use(answerErrors);
  return app;
}

const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, body } = answerOf(error);
  response.status(status).json(body);
};
