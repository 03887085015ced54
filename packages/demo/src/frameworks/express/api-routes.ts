import { Router, type Response } from 'express';
import type { ServiceParts } from '../../service/service-parts';
import {
  requireAccessToken,
  requireApiKey,
  requireCompanyToken,
  requirePartnerToken,
  requireRole,
  type AuthenticatedRequest,
} from './guards';
import { limitRate } from './limit-rate';

/** Everything below `/api`: what people, machines, partners and operators call. */
export function createApiRoutes(parts: ServiceParts, introspectionUrl: string): Router {
  const { apiKeys, signingKeys } = parts;
  const router = Router();
  const asPerson = requireAccessToken(parts);
  router.get('/profile', asPerson, ({ auth }: AuthenticatedRequest, response: Response) => {
    response.json({ id: auth?.sub, role: auth?.role });
  });
  router.post('/keys', asPerson, ({ auth }: AuthenticatedRequest, response: Response) => {
    response.status(201).json(apiKeys.issue(auth?.sub ?? ''));
  });
  router.delete(
    '/keys/:id',
    asPerson,
    ({ auth, params }: AuthenticatedRequest & { params: { id: string } }, response: Response) => {
      const isRevoked = apiKeys.revoke(params.id, auth?.sub ?? '');
      response.status(isRevoked ? 204 : 404).end();
    },
  );
  router.get('/reports', requireApiKey(parts), limitRate('api', parts), serveNothing);
  router.get('/catalogue', requireCompanyToken(parts), serveNothing);
  router.get('/orders', requirePartnerToken(parts, introspectionUrl), serveNothing);
  router.post('/keys/rotate', asPerson, requireRole(parts, 'admin'), (_request, response) => {
    signingKeys.rotate();
    response.status(204).end();
  });
  return router;
}

function serveNothing(_request: AuthenticatedRequest, response: Response): void {
  response.json([]);
}
