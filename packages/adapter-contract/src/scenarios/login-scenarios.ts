import type { AuthObserver, SubjectFacts } from '@authmeter/core';
import { error, login, securityEvent, validation, type Why } from '../expectation/expected-points';
import { send, type ContractScenario } from './contract-scenario';

const INVALID: Why = ['invalid_credentials', 'invalid_credentials'];

/** Answers that refuse a login and say no more, and what they are taken for. */
const REFUSALS: readonly (readonly [path: string, status: number, Why])[] = [
  ['/login/400', 400, INVALID],
  ['/login/401', 401, INVALID],
  ['/login/403', 403, INVALID],
  ['/login/422', 422, INVALID],
  ['/login/423', 423, ['account_locked', 'account_restricted']],
  ['/login/429', 429, ['rate_limited', 'rate_limited']],
  ['/login/redirects-back', 302, INVALID],
  ['/login/throwing', 500, ['internal_error', 'internal_error']],
];

/** What an observer throws is counted, and a row that does not expect it fails. */
const TEMPLATES_ONLY: AuthObserver = {
  observe: ({ observation }) => {
    const { route } = observation as SubjectFacts;
    if (route !== '/accounts/:id/login') throw new Error(`the route is ${String(route)}`);
  },
};

/** A declared login outranks the status. */
export const LOGIN_SCENARIOS: readonly ContractScenario[] = [
  {
    it: 'counts a declared login, which is one attempt too',
    send: send({ method: 'POST', path: '/login' }),
    statuses: [200],
    points: login('password'),
  },
  {
    it: 'tells observers the template of the route, never its path',
    meter: { observers: [TEMPLATES_ONLY] },
    send: send({ method: 'POST', path: '/accounts/alice/login' }),
    statuses: [200],
    points: login('password'),
  },
  {
    it: 'lets the outcome callback call a redirect a success',
    send: send({ method: 'POST', path: '/login/redirects-home' }),
    statuses: [302],
    points: login('password'),
  },
  ...REFUSALS.map(([path, status, why]): ContractScenario => {
    return {
      it: `counts a login that refuses with ${String(status)}: ${path}`,
      send: send({ method: 'POST', path }),
      statuses: [status],
      points: [...login('password', why), error(why[0], 'login')],
    };
  }),
  {
    it: 'blames the database for a login that could not be judged, although the client gets 401',
    send: send({ method: 'POST', path: '/login/database' }),
    statuses: [401],
    points: [
      ...login('password', ['dependency_error', 'dependency_error']),
      error('dependency_error', 'login'),
    ],
  },
  {
    it: 'counts a login that succeeds beside a stale token as a success alone',
    send: send({ method: 'POST', path: '/login/stale-token', authorization: 'expired' }),
    statuses: [200],
    points: [
      ...login('password'),
      validation('access', ['expired_token', 'expired_token']),
      error('expired_token', 'token_validate'),
    ],
  },
  {
    it: 'raises a security event for a CSRF refusal of a login',
    send: send({ method: 'POST', path: '/login/csrf' }),
    statuses: [403],
    points: [
      ...login('password', ['csrf_failed', 'invalid_credentials']),
      error('csrf_failed', 'login'),
      securityEvent('csrf_failure', 'warn'),
    ],
  },
];
