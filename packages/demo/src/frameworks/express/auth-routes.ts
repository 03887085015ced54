import { authHealth, observeLogin } from '@authmeter/express';
import { Router, type Request, type Response } from 'express';
import type { Grant } from '../../service/operations/grant-tokens';
import { logIn } from '../../service/operations/log-in';
import { logInByCode } from '../../service/operations/log-in-by-code';
import { refresh } from '../../service/operations/refresh';
import { register } from '../../service/operations/register';
import { confirmReset, requestReset } from '../../service/operations/reset-password';
import type { ServiceParts } from '../../service/service-parts';
import { sessionCookies } from '../../service/sessions/session-cookies';
import { healthChecks } from '../../service/surroundings';
import { requireAccessToken, type AuthenticatedRequest } from './guards';
import { limitRate } from './limit-rate';

/** Everything below `/auth`. */
export function createAuthRoutes(parts: ServiceParts, introspectionUrl: string): Router {
  const { meter, sessions } = parts;
  const router = Router();
  const logInByForm = async (request: Request, response: Response): Promise<void> => {
    grant(response, await logIn(parts, request.body));
  };
  router.post('/login', limitRate('login', parts), observeLogin(logInByForm, { meter }));
  const logInByProvider = async (request: Request, response: Response): Promise<void> => {
    grant(response, await logInByCode(parts, request.body));
  };
  router.post('/login/code', observeLogin(logInByProvider, { meter, method: 'oauth' }));
  router.post('/register', async (request, response) => {
    response.status(201).json(await register(parts, request.body));
  });
  router.post('/refresh', (request, response) => {
    const csrfToken = request.get('x-csrf-token');
    grant(response, refresh(parts, { cookie: request.get('cookie'), csrfToken }));
  });
  router.post('/logout', requireAccessToken(parts), (request: AuthenticatedRequest, response) => {
    sessions.end(request.auth?.sid ?? '', 'user');
    response.status(204).end();
  });
  router.post('/password-reset', (request, response) => {
    requestReset(parts, request.body);
    response.status(202).end();
  });
  router.post('/password-reset/confirm', async (request, response) => {
    await confirmReset(parts, request.body);
    response.status(204).end();
  });
  router.get('/health', authHealth({ meter, checks: healthChecks(parts, introspectionUrl) }));
  return router;
}

function grant(response: Response, { accessToken, refreshToken }: Grant): void {
  for (const { name, value, options } of sessionCookies(refreshToken)) {
    response.cookie(name, value, options);
  }
  response.json({ accessToken });
}
