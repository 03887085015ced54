import type { AuthMeter } from '@authmeter/core';
import { askDatabase } from './authenticate';
import type { ContractRoute } from './contract-route';
import { GUARD } from './guarded-routes';

const HANDLER_STATUSES = [403, 404, 422, 500] as const;

/** The error of a CSRF check, as csurf and its successors make it. */
export function csrfError(): Error {
  const message = 'invalid csrf token';
  return Object.assign(new Error(message), { code: 'EBADCSRFTOKEN', status: 403 });
}

/** Routes where something besides the credential goes wrong. */
export function failingRoutes(meter: AuthMeter): readonly ContractRoute[] {
  const get = (path: string, parts: Partial<ContractRoute>): ContractRoute => {
    return { method: 'GET', path, steps: [GUARD], handle: () => ({ status: 200 }), ...parts };
  };
  const refusing = (refuse: () => Promise<never>) => ({
    steps: [{ ...GUARD, authenticate: refuse } as const],
  });
  return [
    get('/fails/throwing', {
      handle: () => {
        throw new Error('the handler threw');
      },
    }),
    get('/fails/rejecting', {
      handle: async () => {
        throw new Error('the handler rejected');
      },
    }),
    ...HANDLER_STATUSES.map((status) =>
      get(`/fails/${String(status)}`, { handle: () => ({ status }) }),
    ),
    get('/fails/database', refusing(askDatabase)),
    get(
      '/fails/observed-database',
      refusing(async () => {
        await meter.observe('authenticate', {}, askDatabase).catch(() => undefined);
        throw Object.assign(new Error('no'), { status: 401 });
      }),
    ),
    get(
      '/fails/own-rejection',
      refusing(async () => {
        throw Object.assign(new Error('not before breakfast'), { status: 401 });
      }),
    ),
    get(
      '/fails/csrf',
      refusing(async () => {
        throw csrfError();
      }),
    ),
  ];
}
