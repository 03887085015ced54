import type { AuthMeter } from '@authmeter/core';
import { askDatabase } from './authenticate';
import type { ContractAnswer, ContractOperation, ContractRoute } from './contract-route';
import { csrfError } from './failing-routes';
import { GUARD, optionalGuard } from './guarded-routes';

/** Statuses with which real logins refuse and say no more. */
const REFUSING_STATUSES = [400, 401, 403, 422, 423, 429] as const;
const LOGIN: ContractOperation = { operation: 'login' };

/** Login forms that answer in every way that real ones do. */
export function loginRoutes(meter: AuthMeter): readonly ContractRoute[] {
  const login = (path: string, answer: ContractRoute['handle'], parts?: Partial<ContractRoute>) => {
    const route: ContractRoute = {
      method: 'POST',
      path,
      operation: LOGIN,
      steps: [],
      handle: answer,
    };
    return { ...route, ...parts };
  };
  const loggedIn = (): ContractAnswer => ({ status: 200 });
  return [
    login('/login', loggedIn),
    ...REFUSING_STATUSES.map((status) => login(`/login/${String(status)}`, () => ({ status }))),
    login('/login/redirects-back', () => ({ status: 302, location: '/login?again' }), {
      operation: { ...LOGIN, judge: judgeRedirect },
    }),
    login('/login/redirects-home', () => ({ status: 302, location: '/home' }), {
      operation: { ...LOGIN, judge: judgeRedirect },
    }),
    login('/login/database', () => meter.observe('login', {}, askDatabase)),
    login('/login/throwing', () => {
      throw new Error('the handler threw');
    }),
    login('/accounts/:id/login', loggedIn),
    login('/login/stale-token', loggedIn, { steps: [optionalGuard(meter)] }),
    login('/login/csrf', loggedIn, {
      steps: [
        {
          ...GUARD,
          authenticate: async () => {
            throw csrfError();
          },
        },
      ],
    }),
  ];
}

function judgeRedirect({ location = '' }: ContractAnswer) {
  return location.startsWith('/login') ? 'failure' : 'success';
}
