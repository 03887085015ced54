import * as accounts from '../steps/account-steps';
import * as logins from '../steps/login-steps';
import { repeatStep } from '../steps/repeat-step';
import * as tokens from '../steps/token-steps';
import type { Visitor } from '../visit';

const { logIn, logOut } = logins;
const { readProfile, refresh } = tokens;

/** Somebody who makes an account: the first visitors of every run. */
export const NEWCOMER: Visitor = {
  name: 'registers',
  weight: 4,
  as: 'newcomer',
  steps: [accounts.register, logIn, readProfile],
};

/** People who mean well, with all the mistakes that they make. */
export const CUSTOMERS: readonly Visitor[] = [
  NEWCOMER,
  {
    name: 'works and logs out',
    weight: 60,
    as: 'member',
    steps: [logIn, ...repeatStep(3, readProfile), refresh, readProfile, logOut],
  },
  {
    name: 'works and stays',
    weight: 40,
    as: 'member',
    steps: [logIn, ...repeatStep(2, readProfile), refresh, readProfile],
  },
  {
    name: 'mistypes the password',
    weight: 6,
    as: 'member',
    steps: [logins.mistypePassword, logIn, readProfile],
  },
  { name: 'mistypes the address', weight: 3, as: 'newcomer', steps: [logins.logInAsNobody] },
  { name: 'sends half a form', weight: 1, as: 'member', steps: [logins.sendHalfAForm] },
  { name: 'is suspended', weight: 2, as: 'suspended', steps: [logins.logInWhileSuspended] },
  {
    name: 'guesses until the account is locked',
    weight: 2,
    as: 'member',
    steps: [
      ...repeatStep(4, logins.mistypePassword),
      logins.mistypeOnceTooOften,
      logins.logInToLockedAccount,
      accounts.requestReset(accounts.mailed),
      accounts.confirmReset(accounts.unlocked),
      logIn,
    ],
  },
  {
    name: 'forgets the password',
    weight: 3,
    as: 'member',
    steps: [accounts.requestReset(accounts.mailed), accounts.confirmReset(), logIn],
  },
  {
    name: 'resets an account that is none',
    weight: 1,
    as: 'newcomer',
    steps: [accounts.requestReset()],
  },
  { name: 'registers twice', weight: 1, as: 'member', steps: [accounts.registerTakenAddress] },
  { name: 'chooses badly', weight: 1, as: 'newcomer', steps: [accounts.registerWeakly] },
  {
    name: 'comes back after logging out',
    weight: 2,
    as: 'member',
    steps: [logIn, logOut, tokens.readProfileAfterwards, tokens.refreshAfterwards],
  },
  { name: 'has no cookie', weight: 1, as: 'newcomer', steps: [tokens.refreshWithoutCookie] },
  { name: 'has no token', weight: 5, as: 'newcomer', steps: [tokens.readProfileWithoutToken] },
  {
    name: 'operates',
    weight: 1,
    as: 'operator',
    // The token of before the rotation is still good: that is what the overlap is for.
    steps: [logIn, readProfile, tokens.rotateKeys, readProfile, logOut],
  },
];
