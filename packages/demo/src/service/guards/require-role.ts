import type { AuthMeter } from '@authmeter/core';
import type { NextFunction, Response } from 'express';
import type { Role } from '../accounts/accounts';
import { ServiceError } from '../service-error';
import { claimsOf, type AuthenticatedRequest } from './authenticated-request';

/** Lets pass who has a role; mounted behind the guard for access tokens. */
export function requireRole(role: Role, meter: AuthMeter) {
  return (request: AuthenticatedRequest, _response: Response, next: NextFunction): void => {
    meter.observe('authorize', { policy: role }, () => {
      if (claimsOf(request).role !== role) throw new ServiceError('INSUFFICIENT_ROLE');
    });
    next();
  };
}
