import { originOfCustomer } from '../cast/customer-origin';
import { SCENE_SECONDS, type Scene } from './scene';
import { checkHealth, codeFor, logInByCode, useCompanyToken } from './steps';

export const IDENTITY_PROVIDER_OUTAGE: Scene = {
  name: 'identity-provider-outage',
  title: 'An outage of the identity provider',
  happens:
    'Keys and codes are answered no more: four of five requests wait two seconds and fail, sign-ons five.',
  shows: 'A dependency is down; failures are our side; latency leaps; nobody attacks.',
  seconds: SCENE_SECONDS,
  begins: ({ shop }) => {
    shop.parts.signOn.forgetKeys();
    shop.companyProvider.setDown(true);
  },
  ends: ({ shop }) => {
    shop.companyProvider.setDown(false);
  },
  replaces: [
    'reads the catalogue from emea',
    'reads the catalogue from amer',
    'reads the catalogue from apac',
    'stayed away too long',
    'logs in by the company',
    'shows a code that is used up',
    'watches over the service',
  ],
  streams: [
    {
      name: 'waits for a key',
      perSecond: 9.2,
      play: (cast, n) => ({
        visit: cast.customer(n),
        step: useCompanyToken(cast.companyToken('amer', n), 'dependency_error'),
      }),
    },
    {
      name: 'waits for the company',
      perSecond: 0.75,
      play: (cast, n) => {
        const visit = cast.customer(n);
        const code = codeFor(cast, visit.account.email);
        return { visit, step: logInByCode(code, 'dependency_error') };
      },
    },
    {
      name: 'watches over the service',
      perSecond: 0.5,
      play: (cast) => ({ visit: cast.stranger(originOfCustomer(1)), step: checkHealth(503) }),
    },
  ],
  detects: [],
  fires: [
    'AuthDependencyDown',
    'AuthServiceDown',
    'AuthServerErrors',
    'AuthFailureRatioHigh',
    'AuthFailureRateHigh',
    'AuthLatencyElevated',
    'AuthLatencyHigh',
    'LoginLatencyHigh',
    'LoginFailureRatioElevated',
    'LoginFailureRatioHigh',
    'TokenValidationFailureRatioHigh',
    'TokenValidationSlow',
    'TokenValidationVerySlow',
    'AuthAvailabilityBurnFast',
  ],
  staysSilent: [
    'AuthExpiredTokensHigh',
    'AuthInvalidCredentialsHigh',
    'UnknownKeyFailures',
    'InvalidTokenSpike',
  ],
  runbook: 'AuthDependencyDown',
};
