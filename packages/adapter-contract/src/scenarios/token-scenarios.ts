import type { AuthorizationName } from '../app/tokens';
import {
  ACCEPTED_TOKEN,
  attempt,
  duration,
  error,
  refusedToken,
  sourceFailure,
  tokenAge,
} from '../expectation/expected-points';
import { send, type ContractScenario } from './contract-scenario';

const REFUSED: readonly (readonly [AuthorizationName, errorType: string, reason: string])[] = [
  ['expired', 'expired_token', 'expired_token'],
  ['not yet valid', 'token_not_yet_valid', 'expired_token'],
  ['bad signature', 'invalid_signature', 'invalid_credentials'],
  ['wrong algorithm', 'invalid_algorithm', 'invalid_credentials'],
  ['wrong audience', 'invalid_claims', 'invalid_credentials'],
  ['malformed', 'invalid_format', 'invalid_format'],
  ['revoked', 'token_revoked', 'invalid_credentials'],
];

/** One guard, and all that a request can present. */
export const TOKEN_SCENARIOS: readonly ContractScenario[] = [
  {
    it: 'accepts a valid token: one success without a reason',
    send: send({ path: '/guarded', authorization: 'valid' }),
    statuses: [200],
    points: ACCEPTED_TOKEN,
  },
  ...REFUSED.map(([authorization, errorType, reason]): ContractScenario => {
    return {
      it: `tells why a token is refused: ${authorization}`,
      send: send({ path: '/guarded', authorization }),
      statuses: [401],
      points: refusedToken(errorType, reason),
    };
  }),
  {
    it: 'tells that a token was signed with an unknown key',
    send: send({ path: '/guarded/keys', authorization: 'unknown key' }),
    statuses: [401],
    points: refusedToken('unknown_key', 'invalid_credentials'),
  },
  {
    it: 'tells that nothing was presented, which validates nothing',
    send: send({ path: '/guarded' }),
    statuses: [401],
    points: [
      attempt('jwt', ['missing_auth', 'missing_auth']),
      error('missing_auth', 'authenticate'),
    ],
  },
  {
    it: 'tells that the scheme is unknown',
    send: send({ path: '/guarded', authorization: 'unknown scheme' }),
    statuses: [401],
    points: refusedToken('invalid_format', 'invalid_format'),
  },
  {
    it: 'measures how long it took and how old the token was, once',
    send: send({ path: '/guarded', authorization: 'valid' }),
    statuses: [200],
    points: [...ACCEPTED_TOKEN, duration('authenticate', 'success'), tokenAge('jwt')],
  },
  {
    it: 'names the masked source of a refusal',
    send: send({ path: '/guarded', authorization: 'expired' }),
    statuses: [401],
    points: [...refusedToken('expired_token', 'expired_token'), sourceFailure('127.0.0.0')],
  },
];
