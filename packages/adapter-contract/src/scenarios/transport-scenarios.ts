import type { AuthorizationName } from '../app/tokens';
import {
  ACCEPTED_TOKEN,
  attempt,
  authorization,
  error,
  refusedToken,
  times,
  validation,
} from '../expectation/expected-points';
import type { ClientRequest } from '../server/contract-client';
import { send, type ContractScenario } from './contract-scenario';

const MIXED: readonly ClientRequest[] = [
  { path: '/guarded', authorization: 'valid' },
  { path: '/guarded/swallowing', authorization: 'expired' },
  { path: '/guarded/rejecting', authorization: 'bad signature' },
  { path: '/layers/role', authorization: 'valid' },
  { path: '/optional' },
];
const ROUNDS = 40;

const pipelined: readonly AuthorizationName[] = ['valid', 'expired', 'bad signature'];

/** What HTTP itself brings: methods, connections, clients that leave, many requests at once. */
export const TRANSPORT_SCENARIOS: readonly ContractScenario[] = [
  {
    it: 'treats HEAD as GET',
    send: send(
      { method: 'HEAD', path: '/guarded', authorization: 'valid' },
      { method: 'HEAD', path: '/guarded', authorization: 'expired' },
    ),
    statuses: [200, 401],
    points: [...ACCEPTED_TOKEN, ...refusedToken('expired_token', 'expired_token')],
  },
  {
    it: 'sees no attempt in OPTIONS',
    send: async (client) => {
      await client.send({ method: 'OPTIONS', path: '/guarded' });
      return [];
    },
    statuses: [],
    points: [],
  },
  {
    it: 'keeps pipelined requests of one connection apart',
    send: (client) =>
      client.pipeline(pipelined.map((name) => ({ path: '/guarded', authorization: name }))),
    statuses: [200, 401, 401],
    points: [
      ...ACCEPTED_TOKEN,
      ...refusedToken('expired_token', 'expired_token'),
      ...refusedToken('invalid_signature', 'invalid_credentials'),
    ],
  },
  {
    it: 'leaves an accepted token a success when the client leaves during the handler',
    send: async (client, { hasArrived }) => {
      await client.leave({ path: '/guarded/waiting', authorization: 'valid' }, hasArrived);
      return [];
    },
    statuses: [],
    points: ACCEPTED_TOKEN,
  },
  {
    it: 'sees no attempt where the client leaves before the guard has decided',
    send: async (client, { hasArrived }) => {
      await client.leave({ path: '/guarded/undecided', authorization: 'expired' }, hasArrived);
      return [];
    },
    statuses: [],
    points: [],
  },
  {
    it: 'keeps 200 parallel requests with different endings apart',
    send: async (client) => {
      const requests = Array.from({ length: ROUNDS }, () => MIXED).flat();
      return Promise.all(requests.map((request) => client.send(request)));
    },
    statuses: Array.from({ length: ROUNDS }, () => [200, 401, 401, 403, 200]).flat(),
    points: [
      ...times(ROUNDS, [
        attempt('jwt'),
        ...refusedToken('expired_token', 'expired_token'),
        ...refusedToken('invalid_signature', 'invalid_credentials'),
        attempt('jwt', ['insufficient_permissions', 'insufficient_permissions']),
        error('insufficient_permissions', 'authenticate'),
        authorization('failure', 'admin'),
      ]),
      ...times(2 * ROUNDS, [validation('access')]),
    ],
  },
];
