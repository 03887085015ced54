import {
  ACCEPTED_TOKEN,
  attempt,
  error,
  refusedToken,
  validation,
} from '../expectation/expected-points';
import { send, type ContractScenario } from './contract-scenario';

/** The same refusal, in every way that a guard can make it. */
export const GUARD_SCENARIOS: readonly ContractScenario[] = [
  {
    it: 'hears a guard that throws',
    send: send({ path: '/guarded/throwing', authorization: 'expired' }),
    statuses: [401],
    points: refusedToken('expired_token', 'expired_token'),
  },
  {
    it: 'hears a guard that rejects',
    send: send({ path: '/guarded/rejecting', authorization: 'expired' }),
    statuses: [401],
    points: refusedToken('expired_token', 'expired_token'),
  },
  {
    it: 'sees a guard that answers 401 to nothing as missing credentials',
    send: send({ path: '/guarded/answering' }),
    statuses: [401],
    points: [
      attempt('jwt', ['missing_auth', 'missing_auth']),
      error('missing_auth', 'authenticate'),
    ],
  },
  {
    it: 'sees a guard that answers 401 to what cannot be read as a wrong format',
    send: send({ path: '/guarded/answering', authorization: 'unknown scheme' }),
    statuses: [401],
    points: refusedToken('invalid_format', 'invalid_format'),
  },
  {
    it: 'sees a guard that answers 401 to a token and tells nobody why as unknown',
    send: send({ path: '/guarded/answering', authorization: 'expired' }),
    statuses: [401],
    points: refusedToken('unknown', 'unknown'),
  },
  {
    it: 'sees a guard that answers 423 as a locked account, which says nothing of the token',
    send: send({ path: '/guarded/locked', authorization: 'valid' }),
    statuses: [423],
    points: [
      attempt('jwt', ['account_locked', 'account_restricted']),
      error('account_locked', 'authenticate'),
    ],
  },
  {
    it: 'recovers a cause that the guard swallowed, and counts its validation once',
    send: send({ path: '/guarded/swallowing', authorization: 'expired' }),
    statuses: [401],
    points: refusedToken('expired_token', 'expired_token'),
  },
  {
    it: 'counts a guard that hands on twice once',
    send: send({ path: '/guarded/twice', authorization: 'valid' }),
    statuses: [200],
    points: ACCEPTED_TOKEN,
  },
  {
    it: 'serves a guest: no attempt',
    send: send({ path: '/optional' }),
    statuses: [200],
    points: [],
  },
  {
    it: 'serves a guest with a bad token: no attempt, and a failed validation',
    send: send({ path: '/optional', authorization: 'expired' }),
    statuses: [200],
    points: [
      validation('access', ['expired_token', 'expired_token']),
      error('expired_token', 'token_validate'),
    ],
  },
  {
    it: 'serves a guest with a bad token that only the guard itself looked at: no attempt',
    send: send({ path: '/optional/unseen', authorization: 'expired' }),
    statuses: [200],
    points: [],
  },
  {
    it: 'sees no validation where a verifier is called with nothing',
    send: send({ path: '/optional/eager' }),
    statuses: [200],
    points: [],
  },
  {
    it: 'knows a caller where authentication is optional',
    send: send({ path: '/optional', authorization: 'valid' }),
    statuses: [200],
    points: ACCEPTED_TOKEN,
  },
];
