import { ATTACKER } from '../cast/customer-origin';
import { mistypePassword } from '../traffic/steps/login-steps';
import { SCENE_SECONDS, type Scene } from './scene';

export const PASSWORD_SPRAY: Scene = {
  name: 'password-spray',
  title: 'A password spray',
  happens:
    'One network tries hundreds of accounts once each, 4 a second: no account is ever locked.',
  shows:
    'One source, hundreds of accounts; no lockout. To the detectors it is a list that one source tries.',
  seconds: SCENE_SECONDS,
  streams: [
    {
      name: 'tries one password on the next account',
      perSecond: 4,
      play: (cast, n) => ({ visit: cast.stranger(ATTACKER, cast.away(n)), step: mistypePassword }),
    },
  ],
  detects: ['credential_stuffing'],
  fires: [
    'AttackDetected',
    'SourceFailuresHigh',
    'LoginFailureRatioElevated',
    'LoginFailureRatioHigh',
  ],
  staysSilent: ['BruteForceSuspected', 'MassAccountLockout'],
  runbook: 'AttackDetected',
};
