import { Router, type Response } from 'express';
import { claimsOf, type AuthenticatedRequest } from '../guards/authenticated-request';
import { requireAccessToken } from '../guards/require-access-token';
import { requireApiKey } from '../guards/require-api-key';
import { requirePartnerToken } from '../guards/require-partner-token';
import { requireRole } from '../guards/require-role';
import { limitRate } from '../rate-limits';
import type { ServiceParts } from '../service-parts';

const CREATED = 201;
const NO_CONTENT = 204;
const NOT_FOUND = 404;

/** Everything below `/api`: what people, machines, partners and operators call. */
export function createApiRoutes(parts: ServiceParts, introspectionUrl: string): Router {
  const { meter, apiKeys, signingKeys } = parts;
  const router = Router();
  const asPerson = requireAccessToken(parts);
  router.get('/profile', asPerson, (request: AuthenticatedRequest, response: Response) => {
    const { sub, role } = claimsOf(request);
    response.json({ id: sub, role });
  });
  router.post('/keys', asPerson, (request: AuthenticatedRequest, response: Response) => {
    response.status(CREATED).json(apiKeys.issue(claimsOf(request).sub));
  });
  router.delete(
    '/keys/:id',
    asPerson,
    (request: AuthenticatedRequest & { params: { id: string } }, response: Response) => {
      const isRevoked = apiKeys.revoke(request.params.id, claimsOf(request).sub);
      response.status(isRevoked ? NO_CONTENT : NOT_FOUND).end();
    },
  );
  router.get('/reports', requireApiKey(apiKeys, meter), limitRate('api', meter), serveNothing);
  router.get('/orders', requirePartnerToken(introspectionUrl, meter), serveNothing);
  router.post('/keys/rotate', asPerson, requireRole('admin', meter), (_request, response) => {
    signingKeys.rotate();
    response.status(NO_CONTENT).end();
  });
  return router;
}

function serveNothing(_request: AuthenticatedRequest, response: Response): void {
  response.json([]);
}
