import type { AuthMeter } from '@authmeter/core';
import { verifyToken } from './authenticate';
import type { ContractRoute } from './contract-route';
import { GUARD } from './guarded-routes';

/** Routes that were declared to be something else than a login. */
export function operationRoutes(meter: AuthMeter): readonly ContractRoute[] {
  return [
    {
      method: 'POST',
      path: '/register',
      operation: { operation: 'register' },
      steps: [],
      handle: () => meter.observe('login', { method: 'password' }, () => ({ status: 201 })),
    },
    {
      method: 'POST',
      path: '/register/taken',
      operation: { operation: 'register' },
      steps: [],
      handle: () => ({ status: 422 }),
    },
    {
      method: 'POST',
      path: '/refresh',
      operation: { operation: 'token_refresh' },
      steps: [],
      handle: ({ headers }) => {
        verifyToken(String(headers['x-refresh-token']));
        return { status: 200 };
      },
    },
    {
      method: 'POST',
      path: '/refresh/observed',
      operation: { operation: 'token_refresh' },
      steps: [],
      handle: ({ headers }) =>
        meter.observe('token_refresh', {}, () => {
          verifyToken(String(headers['x-refresh-token']));
          return { status: 200 };
        }),
    },
    {
      method: 'POST',
      path: '/refresh/guarded',
      operation: { operation: 'token_refresh' },
      steps: [GUARD],
      handle: () => ({ status: 200 }),
    },
    {
      method: 'POST',
      path: '/logout',
      operation: { operation: 'logout' },
      steps: [],
      handle: () => ({ status: 204 }),
    },
  ];
}
