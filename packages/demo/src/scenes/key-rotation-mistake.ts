import { originOfEmployee } from '../cast/customer-origin';
import { SCENE_SECONDS, type Scene } from './scene';
import { useCompanyToken } from './steps';

export const KEY_ROTATION_MISTAKE: Scene = {
  name: 'key-rotation-mistake',
  title: 'A key that nobody published',
  happens:
    'One of three regions signs with a new key and forgets to publish it: 5.4 a second fail.',
  shows: 'What exactly: unknown_key on top; keys that are not found; top sources stay flat.',
  seconds: SCENE_SECONDS,
  begins: ({ shop }) => {
    shop.companyProvider.rotateWithoutPublishing('amer');
  },
  replaces: ['reads the catalogue from amer'],
  streams: [
    {
      name: 'shows a token of the new key',
      perSecond: 5.4,
      play: (cast, n) => ({
        visit: cast.stranger(originOfEmployee(n)),
        step: useCompanyToken(cast.companyToken('amer', n), 'unknown_key'),
      }),
    },
  ],
  detects: ['signature_burst'],
  fires: [
    'UnknownKeyFailures',
    'TokenValidationFailureRatioHigh',
    'InvalidTokenSpike',
    'AuthFailureRateHigh',
  ],
  staysSilent: ['SourceFailuresHigh', 'BruteForceSuspected', 'AuthInvalidCredentialsHigh'],
  runbook: 'UnknownKeyFailures',
};
