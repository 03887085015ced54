import {
  ACCEPTED_TOKEN,
  instrumentationFailure,
  refusedToken,
  times,
} from '../expectation/expected-points';
import { send, type ContractScenario } from './contract-scenario';

const BOTH = send(
  { path: '/guarded', authorization: 'valid' },
  { path: '/guarded', authorization: 'expired' },
);
const BOTH_POINTS = [...ACCEPTED_TOKEN, ...refusedToken('expired_token', 'expired_token')];

/** The instrumentation itself: what fails in it, or is not there, changes nothing for the host. */
export const INSTRUMENTATION_SCENARIOS: readonly ContractScenario[] = [
  {
    it: 'survives an observer that throws, and counts that it did',
    meter: {
      observers: [
        {
          observe: () => {
            throw new Error('the observer threw');
          },
        },
      ],
    },
    send: send({ path: '/guarded', authorization: 'valid' }),
    statuses: [200],
    points: [...ACCEPTED_TOKEN, ...times(2, [instrumentationFailure('observer')])],
  },
  {
    it: 'changes nothing where there is no SDK',
    sdk: 'never',
    send: BOTH,
    statuses: [200, 401],
    points: [],
  },
  {
    it: 'loses nothing that was counted before the SDK came',
    sdk: 'late',
    send: BOTH,
    statuses: [200, 401],
    points: BOTH_POINTS,
  },
  {
    it: 'changes nothing and counts nothing when it is switched off',
    meter: { enabled: false },
    send: BOTH,
    statuses: [200, 401],
    points: [],
  },
  {
    it: 'exports the same when every event goes to the SDK at once',
    meter: { recording: 'direct' },
    send: BOTH,
    statuses: [200, 401],
    points: BOTH_POINTS,
  },
];
