import { ATTACKER } from '../cast/customer-origin';
import { readReportWithWrongKey } from '../traffic/steps/machine-steps';
import { SCENE_SECONDS, type Scene } from './scene';

export const KEY_GUESSING: Scene = {
  name: 'key-guessing',
  title: 'Somebody guesses API keys',
  happens: 'One network tries 20 API keys a second; none of them was ever issued.',
  shows: 'Requests fail instead of logins; one source; validations of API keys fail.',
  seconds: SCENE_SECONDS,
  streams: [
    {
      name: 'guesses a key',
      perSecond: 20,
      play: (cast) => ({ visit: cast.stranger(ATTACKER), step: readReportWithWrongKey }),
    },
  ],
  detects: ['failure_spike', 'brute_force'],
  fires: [
    'AttackDetected',
    'BruteForceSuspected',
    'SourceFailuresHigh',
    'AuthInvalidCredentialsHigh',
    'AuthFailureRatioHigh',
    'AuthFailureRateHigh',
    'TokenValidationFailureRatioHigh',
    'InvalidTokenSpike',
  ],
  staysSilent: ['LoginFailureRatioElevated', 'MassAccountLockout', 'AuthServerErrors'],
  runbook: 'AttackDetected',
};
