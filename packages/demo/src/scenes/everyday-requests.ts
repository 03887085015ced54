import { FORGERIES } from '../traffic/forgeries';
import { readReport, readReportWithWrongKey } from '../traffic/steps/machine-steps';
import {
  presentForgery,
  readProfile,
  readProfileWithoutToken,
  rotateKeysAsMember,
} from '../traffic/steps/token-steps';
import { useCompanyToken } from './steps';
import type { EverydayStream } from './stream';

const SUCCESS = { outcome: 'success' } as const;
const validation = { kind: 'token_validation', tokenType: 'access' } as const;
const served = [
  { kind: 'attempt', method: 'jwt', ...SUCCESS },
  { ...validation, ...SUCCESS },
] as const;
const refused = (errorType: 'expired_token' | 'invalid_signature') =>
  [
    { kind: 'attempt', method: 'jwt', outcome: 'failure', errorType },
    { ...validation, outcome: 'failure', errorType },
  ] as const;

const FORGED = FORGERIES.find(({ errorType }) => errorType === 'invalid_signature');

/** Tokens of the three regions: 9.2 a second together. */
const CATALOGUE: readonly EverydayStream[] = (
  [
    ['emea', 2.3],
    ['amer', 5.4],
    ['apac', 1.5],
  ] as const
).map(([region, perSecond]) => ({
  name: `reads the catalogue from ${region}`,
  perSecond,
  past: served,
  play: (cast, n) => ({
    visit: cast.customer(n),
    step: useCompanyToken(cast.companyToken(region, n)),
  }),
}));

/** Twelve protected requests a second, of which 3 % fail. */
export const EVERYDAY_REQUESTS: readonly EverydayStream[] = [
  ...CATALOGUE,
  {
    name: 'reads reports by machine',
    perSecond: 1.4,
    past: [
      { kind: 'attempt', method: 'api_key', ...SUCCESS },
      { kind: 'token_validation', tokenType: 'api_key', ...SUCCESS },
    ],
    play: (cast, n) => ({ visit: cast.customer(n), step: readReport }),
  },
  {
    name: 'reads the profile',
    perSecond: 1,
    past: served,
    play: (cast, n) => ({ visit: cast.customer(n), step: readProfile }),
  },
  {
    name: 'has no token',
    perSecond: 0.1,
    past: [{ kind: 'attempt', method: 'jwt', outcome: 'failure', errorType: 'missing_auth' }],
    play: (cast, n) => ({ visit: cast.customer(7 * n), step: readProfileWithoutToken }),
  },
  {
    name: 'stayed away too long',
    perSecond: 0.08,
    past: refused('expired_token'),
    play: (cast, n) => ({
      visit: cast.customer(11 * n + 1),
      step: useCompanyToken(cast.endedToken(n), 'expired_token'),
    }),
  },
  {
    name: 'shows a forged token',
    perSecond: 0.05,
    past: refused('invalid_signature'),
    play: (cast, n) => {
      if (FORGED === undefined) throw new RangeError('nobody forges signatures');
      return { visit: cast.customer(13 * n + 2), step: presentForgery(FORGED) };
    },
  },
  {
    name: 'may not do that',
    perSecond: 0.06,
    past: [
      { kind: 'attempt', method: 'jwt', outcome: 'failure', errorType: 'insufficient_permissions' },
      { ...validation, ...SUCCESS },
    ],
    play: (cast, n) => ({ visit: cast.customer(17 * n + 3), step: rotateKeysAsMember }),
  },
  {
    name: 'has a key that was never issued',
    perSecond: 0.05,
    past: [
      { kind: 'attempt', method: 'api_key', outcome: 'failure', errorType: 'invalid_credentials' },
      {
        kind: 'token_validation',
        tokenType: 'api_key',
        outcome: 'failure',
        errorType: 'invalid_credentials',
      },
    ],
    play: (cast, n) => ({ visit: cast.customer(19 * n + 4), step: readReportWithWrongKey }),
  },
];
