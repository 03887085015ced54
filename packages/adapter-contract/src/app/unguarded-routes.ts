import type { ContractRoute } from './contract-route';

const STATUSES = [200, 400, 401, 403, 423, 429, 500] as const;

/** Routes of which the adapter sees the answer alone. */
export function unguardedRoutes(): readonly ContractRoute[] {
  return [
    ...STATUSES.map((status): ContractRoute => {
      const path = `/status/${String(status)}`;
      return { method: 'GET', path, steps: [], handle: () => ({ status }) };
    }),
    {
      method: 'GET',
      path: '/session',
      steps: [{ kind: 'session', account: { id: 'alice' } }],
      handle: () => ({ status: 200 }),
    },
  ];
}
