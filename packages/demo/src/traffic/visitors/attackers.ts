import { FORGERIES } from '../forgeries';
import * as accounts from '../steps/account-steps';
import * as logins from '../steps/login-steps';
import * as machines from '../steps/machine-steps';
import { repeatStep } from '../steps/repeat-step';
import * as tokens from '../steps/token-steps';
import type { Visitor } from '../visit';

const { logIn } = logins;

/** People who mean ill, and what becomes of their victims. */
export const ATTACKERS: readonly Visitor[] = [
  {
    name: 'hammers the login form',
    weight: 1,
    as: 'newcomer',
    steps: [...repeatStep(10, logins.logInAsNobody), ...repeatStep(2, logins.logInTooOften)],
  },
  { name: 'forges a reset link', weight: 1, as: 'newcomer', steps: [accounts.followForgedLink] },
  {
    name: 'loses a refresh token to a thief',
    weight: 1,
    as: 'member',
    steps: [logIn, tokens.refresh, tokens.replayRefreshToken, tokens.readProfileAfterwards],
  },
  {
    name: 'opens a hostile page',
    weight: 1,
    as: 'member',
    steps: [logIn, tokens.refreshFromForeignPage, tokens.refresh],
  },
  {
    name: 'wants to be an operator',
    weight: 2,
    as: 'member',
    steps: [logIn, tokens.rotateKeysAsMember],
  },
  { name: 'guesses a key', weight: 2, as: 'newcomer', steps: [machines.readReportWithWrongKey] },
  ...FORGERIES.map((forgery): Visitor => {
    const { name, weight } = forgery;
    return { name, weight, as: 'newcomer', steps: [tokens.presentForgery(forgery)] };
  }),
];
