import { authHealth } from '@authmeter/express';
import { Router, type Response } from 'express';
import { claimsOf, type AuthenticatedRequest } from '../guards/authenticated-request';
import { requireAccessToken } from '../guards/require-access-token';
import { limitRate } from '../rate-limits';
import type { ServiceParts } from '../service-parts';
import { createLogin } from './log-in';
import { createRefresh } from './refresh';
import { createRegistration } from './register';
import { createResetConfirmation, createResetRequest } from './reset-password';

const NO_CONTENT = 204;

/** Everything below `/auth`. */
export function createAuthRoutes(parts: ServiceParts, introspectionUrl: string): Router {
  const { meter, database, sessions, signingKeys } = parts;
  const router = Router();
  router.post('/register', createRegistration(parts));
  router.post('/login', limitRate('login', meter), createLogin(parts));
  router.post('/refresh', createRefresh(parts));
  router.post(
    '/logout',
    requireAccessToken(parts),
    (request: AuthenticatedRequest, response: Response) => {
      sessions.end(claimsOf(request).sid, 'user');
      response.status(NO_CONTENT).end();
    },
  );
  router.post('/password-reset', createResetRequest(parts));
  router.post('/password-reset/confirm', createResetConfirmation(parts));
  router.get(
    '/health',
    authHealth({
      meter,
      checks: {
        database: () => database.prepare('SELECT 1').get(),
        signing_keys: () => signingKeys.publicKeySet().keys.length > 0,
        identity_provider: (signal) => fetch(introspectionUrl, { method: 'POST', signal }),
      },
    }),
  );
  return router;
}
