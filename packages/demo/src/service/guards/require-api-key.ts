import type { AuthMeter } from '@authmeter/core';
import { observeAuth } from '@authmeter/express';
import type { NextFunction, Response } from 'express';
import { ServiceError } from '../service-error';
import type { ApiKeys } from '../tokens/api-keys';
import type { AuthenticatedRequest } from './authenticated-request';

/** Lets pass which machine presents an API key. */
export function requireApiKey(apiKeys: ApiKeys, meter: AuthMeter) {
  const guard = (request: AuthenticatedRequest, _response: Response, next: NextFunction): void => {
    const secret = request.get('x-api-key');
    if (secret === undefined) throw new ServiceError('MISSING_CREDENTIALS');
    request.user = { id: apiKeys.verify(secret).accountId };
    next();
  };
  return observeAuth(guard, { meter, method: 'api_key' });
}
