import { authMetrics, metricsEndpoint, type MetricsExporter } from '@authmeter/express';
import express, { type Express } from 'express';
import { answerErrors } from './answer-errors';
import { createApiRoutes } from './routes/api-routes';
import { createAuthRoutes } from './routes/auth-routes';
import { createNeglectedRoutes } from './routes/neglected-routes';
import type { ServiceParts } from './service-parts';

/** Proxies in front of the service: the traffic plays one, so that it seems to come from everywhere. */
const TRUSTED_HOPS = 1;
const LOOPBACK_ADDRESSES: readonly (string | undefined)[] = [
  '127.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
];

/** Where the app gets what it does not make itself. */
export interface AppSurroundings {
  readonly exporter: MetricsExporter;
  /** Where the partners' identity provider judges tokens. */
  readonly introspectionUrl: string;
}

/** The whole Express app: Authmeter in front, the routes behind it. */
export function createApp(
  parts: ServiceParts,
  { exporter, introspectionUrl }: AppSurroundings,
): Express {
  const { meter, signingKeys } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', TRUSTED_HOPS);
  app.use(
    authMetrics(meter, {
      trustedHops: TRUSTED_HOPS,
      operations: {
        'POST /auth/register': 'register',
        'POST /auth/login': { operation: 'login', method: 'password' },
        'POST /auth/refresh': 'token_refresh',
        'POST /auth/logout': 'logout',
        'POST /auth/password-reset': 'password_reset',
        'POST /auth/password-reset/confirm': { operation: 'password_reset', event: 'completed' },
      },
    }),
  );
  app.get(
    '/metrics',
    metricsEndpoint(exporter, {
      // Whoever comes through the proxy is not of this machine, though the proxy's socket is.
      allow: ({ headers, socket }) =>
        headers['x-forwarded-for'] === undefined &&
        LOOPBACK_ADDRESSES.includes(socket.remoteAddress),
    }),
  );
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
