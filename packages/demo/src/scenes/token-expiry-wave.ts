import { refresh } from '../traffic/steps/token-steps';
import { originOfEmployee } from '../cast/customer-origin';
import { SCENE_SECONDS, type Scene } from './scene';
import { useCompanyToken } from './steps';

export const TOKEN_EXPIRY_WAVE: Scene = {
  name: 'token-expiry-wave',
  title: 'A wave of expired tokens',
  happens: 'Tokens that were all issued in one minute end together: 6 a second are refused.',
  shows: "Failures by reason: the validity of tokens, nobody's password; top sources stay flat.",
  seconds: SCENE_SECONDS,
  streams: [
    {
      name: 'shows a token of the cohort',
      perSecond: 6,
      play: (cast, n) => ({
        visit: cast.stranger(originOfEmployee(n)),
        step: useCompanyToken(cast.endedToken(n), 'expired_token'),
      }),
    },
    {
      name: 'refreshes after a refusal',
      perSecond: 4,
      play: (cast, n) => ({ visit: cast.customer(2 * n + 1), step: refresh }),
    },
  ],
  detects: [],
  fires: [
    'AuthExpiredTokensHigh',
    'TokenValidationFailureRatioHigh',
    'InvalidTokenSpike',
    'AuthFailureRateHigh',
  ],
  staysSilent: [
    'SourceFailuresHigh',
    'BruteForceSuspected',
    'AuthFailureRatioHigh',
    'AuthServerErrors',
  ],
  runbook: 'AuthExpiredTokensHigh',
};
