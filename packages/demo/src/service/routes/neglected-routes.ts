import type { AuthMeter } from '@authmeter/core';
import { observeAuth } from '@authmeter/express';
import { Router, type NextFunction, type Request, type Response } from 'express';
import { verify } from 'jsonwebtoken';
import { readBearer } from '../guards/authenticated-request';

const UNAUTHORIZED = 401;

/** Two routes as they are found in real services: one that nobody observed, and one that nobody configured. */
export function createNeglectedRoutes(meter: AuthMeter): Router {
  const router = Router();
  const legacyCredentials = `Basic ${Buffer.from('warehouse:correct').toString('base64')}`;
  // Not wrapped and without a word why: all that is left to see is a bare 401.
  router.get('/legacy/stock', (request: Request, response: Response) => {
    if (request.get('authorization') === legacyCredentials) response.json([]);
    else response.status(UNAUTHORIZED).end();
  });
  // Its secret was forgotten: the caller sees 401 all the same, the metrics say whose fault it is.
  const requireBetaToken = (request: Request, _response: Response, next: NextFunction): void => {
    verify(readBearer(request), '', { algorithms: ['HS256'] });
    next();
  };
  router.get('/beta/search', observeAuth(requireBetaToken, { meter }), (_request, response) => {
    response.json([]);
  });
  return router;
}
