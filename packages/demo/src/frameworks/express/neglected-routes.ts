import type { AuthMeter } from '@authmeter/core';
import { observeAuth } from '@authmeter/express';
import { Router, type NextFunction, type Request, type Response } from 'express';
import { checkBetaToken, isWarehouse } from '../../service/checks/neglected-checks';

/** Two routes as they are found in real services: one that nobody observed, and one that nobody configured. */
export function createNeglectedRoutes(meter: AuthMeter): Router {
  const router = Router();
  // Not wrapped and without a word why: all that is left to see is a bare 401.
  router.get('/legacy/stock', (request: Request, response: Response) => {
    if (isWarehouse(request.get('authorization'))) response.json([]);
    else response.status(401).end();
  });
  const requireBetaToken = (request: Request, _response: Response, next: NextFunction): void => {
    checkBetaToken(request.get('authorization'));
    next();
  };
  router.get('/beta/search', observeAuth(requireBetaToken, { meter }), (_request, response) => {
    response.json([]);
  });
  return router;
}
