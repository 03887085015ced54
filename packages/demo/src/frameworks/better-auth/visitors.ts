import { repeatStep } from '../../traffic/steps/repeat-step';
import type { Visitor } from '../../traffic/visit';
import { MOST_LOGINS } from './create-auth';
import * as accounts from './account-steps';
import * as permissions from './permission-steps';
import * as sessions from './session-steps';
import * as logins from './sign-in-steps';

const { signIn, signOut } = logins;
const { listSessions } = sessions;

/** Somebody who makes an account: the first visitors of every run. */
export const MEMBER_TO_BE: Visitor = {
  name: 'signs up',
  weight: 4,
  as: 'newcomer',
  steps: [accounts.signUp, listSessions],
};

const MEMBERS: readonly Visitor[] = [
  MEMBER_TO_BE,
  {
    name: 'works and signs out',
    weight: 40,
    as: 'member',
    steps: [signIn, sessions.pollSession, ...repeatStep(3, listSessions), signOut],
  },
  {
    name: 'works and stays',
    weight: 30,
    as: 'member',
    steps: [signIn, ...repeatStep(2, listSessions), sessions.pollSession],
  },
  {
    name: 'mistypes the password',
    weight: 6,
    as: 'member',
    steps: [logins.mistypePassword, signIn, listSessions],
  },
  {
    name: 'forgets the password',
    weight: 3,
    as: 'member',
    steps: [accounts.requestReset, accounts.confirmReset, signIn],
  },
  {
    name: 'comes back after signing out',
    weight: 2,
    as: 'member',
    steps: [signIn, signOut, sessions.listAfterwards, logins.signOutOfNothing],
  },
  {
    name: 'follows a link of a mail twice',
    weight: 3,
    as: 'newcomer',
    steps: [logins.askForMagicLink, logins.signInByMagicLink, logins.followMagicLinkAgain],
  },
  {
    name: 'founds an organisation',
    weight: 2,
    as: 'member',
    steps: [signIn, permissions.createOrganisation],
  },
  {
    name: 'calls by machine',
    weight: 4,
    as: 'member',
    steps: [signIn, permissions.createKey, ...repeatStep(2, permissions.listSessionsByKey)],
  },
  { name: 'operates', weight: 1, as: 'operator', steps: [signIn, permissions.listUsers, signOut] },
];

const STRANGERS: readonly Visitor[] = [
  { name: 'mistypes the address', weight: 3, as: 'newcomer', steps: [logins.mistypePassword] },
  { name: 'chooses badly', weight: 1, as: 'newcomer', steps: [accounts.signUpWeakly] },
  { name: 'looks around as a guest', weight: 4, as: 'newcomer', steps: [logins.comeAsGuest] },
  { name: 'has no session', weight: 4, as: 'newcomer', steps: [sessions.listWithoutSession] },
  { name: 'is banned', weight: 2, as: 'suspended', steps: [logins.signInWhileBanned] },
  { name: 'forges a session', weight: 2, as: 'newcomer', steps: [sessions.listWithForgery] },
  { name: 'forges a reset link', weight: 1, as: 'newcomer', steps: [accounts.followForgedLink] },
  { name: 'opens a hostile page', weight: 1, as: 'member', steps: [logins.signInFromForeignPage] },
  {
    name: 'guesses a key',
    weight: 1,
    as: 'member',
    steps: [signIn, permissions.createKey, permissions.listSessionsByGuessedKey],
  },
  {
    name: 'wants to be an operator',
    weight: 2,
    as: 'member',
    steps: [signIn, permissions.listUsersAsMember],
  },
  {
    name: 'wants an organisation of others',
    weight: 1,
    as: 'member',
    steps: [signIn, permissions.updateForeignOrganisation],
  },
  {
    name: 'hammers the form',
    weight: 1,
    as: 'newcomer',
    steps: [
      ...repeatStep(MOST_LOGINS, logins.mistypePassword),
      ...repeatStep(2, logins.signInTooOften),
    ],
  },
];

/** Who comes to a service on Better Auth on a normal day. */
export const MEMBERS_AND_STRANGERS: readonly Visitor[] = [...MEMBERS, ...STRANGERS];
