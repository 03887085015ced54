import { originOfCustomer } from '../cast/customer-origin';
import { register } from '../traffic/steps/account-steps';
import { logIn, mistypePassword } from '../traffic/steps/login-steps';
import { refresh } from '../traffic/steps/token-steps';
import { checkHealth, codeFor, logInByCode } from './steps';
import type { EverydayStream } from './stream';

const SUCCESS = { outcome: 'success' } as const;

/** One and a half logins a second, of which 4 % fail, and what else accounts are for. */
export const EVERYDAY_ACCOUNTS: readonly EverydayStream[] = [
  {
    name: 'logs in by password',
    perSecond: 0.72,
    past: [{ kind: 'login', method: 'password', ...SUCCESS }],
    play: (cast, n) => ({
      visit: cast.stranger(cast.customer(n), cast.customer(n).account.email),
      step: logIn,
    }),
  },
  {
    name: 'mistypes the password',
    perSecond: 0.03,
    past: [
      { kind: 'login', method: 'password', outcome: 'failure', errorType: 'invalid_credentials' },
    ],
    play: (cast, n) => ({
      visit: cast.stranger(cast.customer(23 * n + 5), cast.customer(23 * n + 5).account.email),
      step: mistypePassword,
    }),
  },
  {
    name: 'logs in by the company',
    perSecond: 0.72,
    past: [{ kind: 'login', method: 'oauth', ...SUCCESS }],
    play: (cast, n) => {
      const visit = cast.customer(n);
      return { visit, step: logInByCode(codeFor(cast, visit.account.email)) };
    },
  },
  {
    name: 'shows a code that is used up',
    perSecond: 0.03,
    past: [
      { kind: 'login', method: 'oauth', outcome: 'failure', errorType: 'invalid_credentials' },
    ],
    play: (cast, n) => ({
      visit: cast.customer(29 * n + 6),
      step: logInByCode('used up', 'invalid_credentials'),
    }),
  },
  {
    name: 'refreshes',
    perSecond: 0.8,
    past: [{ kind: 'token_refresh', ...SUCCESS }],
    // Every other customer, so that no scene refreshes with the same token at the same time.
    play: (cast, n) => ({ visit: cast.customer(2 * n), step: refresh }),
  },
  {
    name: 'registers',
    perSecond: 0.05,
    past: [{ kind: 'registration', method: 'password', ...SUCCESS }],
    play: (cast, n) => {
      const email = `new${String(n)}.${String(cast.time.epochMilliseconds())}@mail.example`;
      return { visit: cast.stranger(originOfCustomer((n % 40) + 1), email), step: register };
    },
  },
  {
    name: 'watches over the service',
    perSecond: 0.5,
    past: [],
    play: (cast) => ({ visit: cast.stranger(originOfCustomer(1)), step: checkHealth(200) }),
  },
];
