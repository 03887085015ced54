import type { AuthMeter } from '@authmeter/core';
import { observeAuth } from '@authmeter/express';
import type { NextFunction, Response } from 'express';
import { ServiceError } from '../service-error';
import { readBearer, type AuthenticatedRequest } from './authenticated-request';

interface Introspection {
  readonly active: boolean;
  readonly sub?: string;
}

/** Lets pass whose token the partners' identity provider vouches for. Source: RFC 7662. */
export function requirePartnerToken(introspectionUrl: string, meter: AuthMeter) {
  const guard = async (
    request: AuthenticatedRequest,
    _response: Response,
    next: NextFunction,
  ): Promise<void> => {
    const { active, sub } = await introspect(introspectionUrl, readBearer(request));
    if (!active || sub === undefined) throw new ServiceError('INVALID_TOKEN');
    request.user = { id: sub };
    next();
  };
  return observeAuth(guard, { meter, method: 'oauth' });
}

async function introspect(url: string, token: string): Promise<Introspection> {
  try {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ token }) });
    return (await answer.json()) as Introspection;
  } catch (error) {
    throw new ServiceError('PROVIDER_UNAVAILABLE', { cause: error });
  }
}
