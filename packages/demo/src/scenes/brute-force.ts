import { ATTACKER } from '../cast/customer-origin';
import { MOST_FAILED_LOGINS } from '../service/accounts/lockout';
import { SCENE_SECONDS, type Scene } from './scene';
import { guessPassword } from './steps';

export const BRUTE_FORCE: Scene = {
  name: 'brute-force',
  title: 'Brute force on the form',
  happens:
    'One network tries one account 16 times a second: 12 reach the form, 4 meet the limiter.',
  shows: 'Logins jump; within seconds the account is locked; one source, one account.',
  seconds: SCENE_SECONDS,
  streams: [
    {
      name: 'guesses the password',
      perSecond: 16,
      play: (cast, n) => ({
        visit: cast.stranger(ATTACKER, cast.away(0)),
        step: guessPassword(n, MOST_FAILED_LOGINS),
      }),
    },
  ],
  detects: ['brute_force'],
  fires: [
    'AttackDetected',
    'BruteForceSuspected',
    'SourceFailuresHigh',
    'AuthFailureRatioHigh',
    'AuthFailureRateHigh',
    'LoginFailureRatioElevated',
    'LoginFailureRatioHigh',
    'RateLimitHitsElevated',
    'RateLimitHitsHigh',
  ],
  staysSilent: ['MassAccountLockout', 'AuthServerErrors', 'AuthAvailabilityBurnFast'],
  runbook: 'AttackDetected',
};
