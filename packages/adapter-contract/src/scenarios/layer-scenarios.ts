import {
  ACCEPTED_TOKEN,
  attempt,
  authorization,
  error,
  limiterDecision,
  refusedToken,
  validation,
} from '../expectation/expected-points';
import { send, type ContractScenario } from './contract-scenario';

const FORBIDDEN = [
  attempt('jwt', ['insufficient_permissions', 'insufficient_permissions']),
  validation('access'),
  error('insufficient_permissions', 'authenticate'),
];

/** Several layers speak on one request: a refusal beats an earlier success, and it counts once. */
export const LAYER_SCENARIOS: readonly ContractScenario[] = [
  {
    it: 'counts two auth layers that accept once',
    send: send({ path: '/layers/two', authorization: 'valid' }),
    statuses: [200],
    points: ACCEPTED_TOKEN,
  },
  {
    it: 'counts a refusal by the first of two auth layers once',
    send: send({ path: '/layers/two', authorization: 'expired' }),
    statuses: [401],
    points: refusedToken('expired_token', 'expired_token'),
  },
  {
    it: 'lets a second auth layer that answers 403 outweigh the first',
    send: send({ path: '/layers/second-answers', authorization: 'valid' }),
    statuses: [403],
    points: FORBIDDEN,
  },
  {
    it: 'lets a role check that refuses outweigh an accepted token',
    send: send({ path: '/layers/role', authorization: 'valid' }),
    statuses: [403],
    points: [...FORBIDDEN, authorization('failure', 'admin')],
  },
  {
    it: 'counts a role check that lets pass as a decision of its own',
    send: send({ path: '/layers/role', authorization: 'admin' }),
    statuses: [200],
    points: [...ACCEPTED_TOKEN, authorization('success', 'admin')],
  },
  {
    it: 'counts a limiter in front of the guard: one failure, and no word on the token',
    send: send(
      { path: '/layers/limited-before', authorization: 'valid' },
      { path: '/layers/limited-before', authorization: 'valid' },
    ),
    statuses: [200, 429],
    points: [
      ...ACCEPTED_TOKEN,
      limiterDecision('api', 'allowed'),
      attempt('jwt', ['rate_limited', 'rate_limited']),
      error('rate_limited', 'authenticate'),
      limiterDecision('api', 'limited'),
    ],
  },
  {
    it: 'counts a limiter behind the guard: one failure, although the token was good',
    send: send(
      { path: '/layers/limited-after', authorization: 'valid' },
      { path: '/layers/limited-after', authorization: 'valid' },
    ),
    statuses: [200, 429],
    points: [
      attempt('jwt'),
      { ...validation('access'), value: 2 },
      limiterDecision('api', 'allowed'),
      attempt('jwt', ['rate_limited', 'rate_limited']),
      error('rate_limited', 'authenticate'),
      limiterDecision('api', 'limited'),
    ],
  },
];
