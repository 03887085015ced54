import type { AuthMeter } from '@authmeter/core';
import { authenticate, verifyToken, bearerToken } from './authenticate';
import type { CheckStep, ContractRoute, ContractStep, LimiterStep } from './contract-route';
import { answering, GUARD } from './guarded-routes';

const LIMITER: LimiterStep = { kind: 'limiter', limiter: 'api', limit: 1 };

/** Routes on which several layers have their say. */
export function layeredRoutes(meter: AuthMeter): readonly ContractRoute[] {
  const behind = (path: string, steps: readonly ContractStep[]): ContractRoute => {
    return { method: 'GET', path, steps, handle: () => ({ status: 200 }) };
  };
  return [
    behind('/layers/two', [GUARD, GUARD]),
    behind('/layers/second-answers', [
      GUARD,
      answering(403, async (request) => {
        const claims = authenticate(request);
        if (!isAdmin(bearerToken(request.headers))) throw new Error('no');
        return claims;
      }),
    ]),
    behind('/layers/role', [GUARD, roleCheck(meter)]),
    behind('/layers/limited-before', [LIMITER, GUARD]),
    behind('/layers/limited-after', [GUARD, LIMITER]),
  ];
}

function roleCheck(meter: AuthMeter): CheckStep {
  return {
    kind: 'check',
    check: ({ headers }) => {
      const outcome = isAdmin(bearerToken(headers)) ? 'success' : 'failure';
      meter.record({ kind: 'authorization', outcome, policy: 'admin' });
      return outcome === 'success' ? undefined : { status: 403 };
    },
  };
}

function isAdmin(token: string | undefined): boolean {
  return token !== undefined && (verifyToken(token) as { role?: unknown }).role === 'admin';
}
