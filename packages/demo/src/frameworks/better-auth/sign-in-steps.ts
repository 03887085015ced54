import { loggedIn, registered } from '../../truth/attempt-effects';
import { alarmed, limited, loggedOut } from '../../truth/service-effects';
import type { Step } from '../../traffic/visit';
import { guestCreated, PASSED, sessionEnded, sessionStarted, signedIn } from './effects';
import { get, keepCookies, post } from './requests';

const WRONG_PASSWORD = 'not the password';

const signInForm = (password?: string): Step['request'] => {
  return (visit) => {
    const { email, password: right } = visit.account;
    return post(visit, '/sign-in/email', { email, password: password ?? right });
  };
};

export const signIn: Step = {
  request: signInForm(),
  expects: { 200: signedIn() },
  learn: keepCookies,
};

export const mistypePassword: Step = {
  request: signInForm(WRONG_PASSWORD),
  expects: { 401: signedIn('invalid_credentials') },
};

export const signInTooOften: Step = {
  request: signInForm(WRONG_PASSWORD),
  expects: { 429: [limited('better-auth'), loggedIn('rate_limited')] },
};

export const signInWhileBanned: Step = {
  request: signInForm(),
  expects: { 403: signedIn('user_disabled') },
};

/** The origin check comes before every hook. */
export const signInFromForeignPage: Step = {
  request: (visit) => ({ ...signInForm()(visit), page: 'foreign' }),
  expects: { 403: [PASSED, loggedIn('csrf_failed'), alarmed('csrf_failure', 'warn')] },
};

export const signOut: Step = {
  request: (visit) => post(visit, '/sign-out'),
  expects: { 200: [PASSED, loggedOut, sessionEnded] },
  learn: keepCookies,
};

export const signOutOfNothing: Step = {
  request: (visit) => post(visit, '/sign-out'),
  expects: { 200: [PASSED] },
};

export const comeAsGuest: Step = {
  request: (visit) => post(visit, '/sign-in/anonymous'),
  expects: { 200: [PASSED, guestCreated, sessionStarted] },
  learn: keepCookies,
};

export const askForMagicLink: Step = {
  request: (visit) => post(visit, '/sign-in/magic-link', { email: visit.account.email }),
  expects: { 200: [PASSED] },
  learn: (visit) => {
    visit.mailedToken = visit.inside.mailbox.take(visit.account.email);
  },
};

const followMagicLink: Step['request'] = (visit) =>
  get(visit, `/magic-link/verify?token=${visit.mailedToken ?? ''}&callbackURL=/`);

/** The first sign-in by a link makes the account. */
export const signInByMagicLink: Step = {
  request: followMagicLink,
  expects: { 302: [...signedIn(undefined, 'magic_link'), registered(undefined, 'magic_link')] },
  learn: keepCookies,
};

/** A link works once; what comes of it then is told by a redirect. */
export const followMagicLinkAgain: Step = {
  request: followMagicLink,
  expects: { 302: signedIn('invalid_credentials', 'magic_link') },
};
