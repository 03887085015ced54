import { originOfCustomer } from '../cast/customer-origin';
import { logIn, mistypePassword } from '../traffic/steps/login-steps';
import { SCENE_SECONDS, type Scene } from './scene';

const NETWORKS = 600;
/** Behind those of the customers. */
const FIRST_NETWORK = 1000;
/** One of so many pairs of a leaked list is still good: 0.7 %. */
const PAIRS_PER_HIT = 143;

export const CREDENTIAL_STUFFING: Scene = {
  name: 'credential-stuffing',
  title: 'Credential stuffing',
  happens:
    '600 networks try the pairs of a leaked list, one for each account: 18 a second, 0.7 % good.',
  shows: 'Logins fail from everywhere: top sources and accounts are flat, most is in other.',
  seconds: SCENE_SECONDS,
  streams: [
    {
      name: 'tries the next pair',
      perSecond: 18,
      play: (cast, n) => ({
        visit: cast.stranger(originOfCustomer(FIRST_NETWORK + (n % NETWORKS)), cast.away(n)),
        step: n % PAIRS_PER_HIT === PAIRS_PER_HIT - 1 ? logIn : mistypePassword,
      }),
    },
  ],
  detects: ['credential_stuffing'],
  fires: [
    'AttackDetected',
    'AuthFailureRatioHigh',
    'AuthFailureRateHigh',
    'AuthInvalidCredentialsHigh',
    'LoginFailureRatioElevated',
    'LoginFailureRatioHigh',
  ],
  staysSilent: [
    'BruteForceSuspected',
    'SourceFailuresHigh',
    'RateLimitHitsElevated',
    'MassAccountLockout',
  ],
  runbook: 'AttackDetected',
};
