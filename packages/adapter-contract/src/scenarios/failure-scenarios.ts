import {
  ACCEPTED_TOKEN,
  attempt,
  error,
  refusedToken,
  securityEvent,
} from '../expectation/expected-points';
import { send, type ContractScenario } from './contract-scenario';

const HANDLER_FAILURES: readonly (readonly [path: string, status: number])[] = [
  ['/fails/throwing', 500],
  ['/fails/rejecting', 500],
  ['/fails/500', 500],
  ['/fails/404', 404],
  ['/fails/422', 422],
  ['/fails/403', 403],
];

/** Statuses that refuse where nobody spoke, with what they say. */
const SPEAKING_STATUSES: readonly (readonly [number, errorType: string, reason: string])[] = [
  [403, 'insufficient_permissions', 'insufficient_permissions'],
  [423, 'account_locked', 'account_restricted'],
  [429, 'rate_limited', 'rate_limited'],
];

/** What goes wrong besides the credential, and what a bare status says. */
export const FAILURE_SCENARIOS: readonly ContractScenario[] = [
  ...HANDLER_FAILURES.map(([path, status]): ContractScenario => {
    return {
      it: `leaves an accepted token a success when the handler fails: ${path}`,
      send: send({ path, authorization: 'valid' }),
      statuses: [status],
      points: ACCEPTED_TOKEN,
    };
  }),
  ...['/fails/database', '/fails/observed-database'].map((path): ContractScenario => {
    return {
      it: `blames a database that is down, although the client gets 401: ${path}`,
      send: send({ path, authorization: 'valid' }),
      statuses: [401],
      points: refusedToken('dependency_error', 'dependency_error'),
    };
  }),
  {
    it: "takes the application's own rejection for a refusal of unknown cause",
    send: send({ path: '/fails/own-rejection', authorization: 'valid' }),
    statuses: [401],
    points: refusedToken('unknown', 'unknown'),
  },
  {
    it: 'raises a security event for a CSRF refusal, which says nothing of the token',
    send: send({ path: '/fails/csrf', authorization: 'valid' }),
    statuses: [403],
    points: [
      attempt('jwt', ['csrf_failed', 'invalid_credentials']),
      error('csrf_failed', 'authenticate'),
      securityEvent('csrf_failure', 'warn'),
    ],
  },
  ...SPEAKING_STATUSES.map(([status, errorType, reason]): ContractScenario => {
    return {
      it: `lets the status decide where nobody spoke: ${String(status)}`,
      send: send({ path: `/status/${String(status)}` }),
      statuses: [status],
      points: [attempt('jwt', [errorType, reason]), error(errorType, 'authenticate')],
    };
  }),
  {
    it: 'takes a bare 401 for missing credentials where none came',
    send: send({ path: '/status/401' }),
    statuses: [401],
    points: [
      attempt('jwt', ['missing_auth', 'missing_auth']),
      error('missing_auth', 'authenticate'),
    ],
  },
  ...[400, 500].map((status): ContractScenario => {
    return {
      it: `sees no attempt in a status that is not about authentication: ${String(status)}`,
      send: send({ path: `/status/${String(status)}`, authorization: 'valid' }),
      statuses: [status],
      points: [],
    };
  }),
  {
    it: 'sees no attempt where there is no such route',
    send: send({ path: '/nowhere', authorization: 'valid' }),
    statuses: [404],
    points: [],
  },
  {
    it: 'sees no attempt in a public route',
    send: send({ path: '/status/200' }),
    statuses: [200],
    points: [],
  },
  {
    it: 'sees no attempt in a session that is merely read',
    send: send({ path: '/session', headers: { cookie: 'sid=1' } }),
    statuses: [200],
    points: [],
  },
];
