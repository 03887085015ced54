import { loggedIn, validated } from '../../truth/attempt-effects';
import {
  allowed,
  endedSession,
  issued,
  limited,
  lockedOut,
  loggedOut,
  startedSession,
} from '../../truth/service-effects';
import type { RequestRecipe, Step, Visit } from '../visit';
import { withAccessToken } from './credentials';

const WRONG_PASSWORD = 'not the password';
const PASSED = allowed('login');

function loginForm(email: string, password: string): RequestRecipe {
  return { method: 'POST', path: '/auth/login', body: { email, password } };
}

const withWrongPassword = ({ account }: Visit): RequestRecipe =>
  loginForm(account.email, WRONG_PASSWORD);

export const logIn: Step = {
  request: ({ account }) => loginForm(account.email, account.password),
  expects: {
    200: [
      PASSED,
      loggedIn(),
      startedSession,
      issued('access', 'password'),
      issued('refresh', 'password'),
    ],
  },
  learn: (visit, { body, cookies }) => {
    visit.accessToken = String(body['accessToken']);
    visit.cookies = cookies;
    visit.account.openSessions += 1;
  },
};

export const mistypePassword: Step = {
  request: withWrongPassword,
  expects: { 401: [PASSED, loggedIn('invalid_credentials')] },
};

/** The failure that is one too many in a row. */
export const mistypeOnceTooOften: Step = {
  request: withWrongPassword,
  expects: {
    401: [PASSED, loggedIn('invalid_credentials'), lockedOut('max_retries', 'locked')],
  },
};

export const logInToLockedAccount: Step = {
  request: ({ account }) => loginForm(account.email, account.password),
  expects: { 423: [PASSED, loggedIn('account_locked')] },
};

export const logInAsNobody: Step = {
  request: withWrongPassword,
  expects: { 401: [PASSED, loggedIn('user_not_found')] },
};

export const logInTooOften: Step = {
  request: withWrongPassword,
  expects: { 429: [limited('login'), loggedIn('rate_limited')] },
};

export const logInWhileSuspended: Step = {
  request: ({ account }) => loginForm(account.email, account.password),
  expects: { 403: [PASSED, loggedIn('user_disabled')] },
};

export const sendHalfAForm: Step = {
  request: ({ account: { email } }) => ({ method: 'POST', path: '/auth/login', body: { email } }),
  expects: { 400: [PASSED, loggedIn('invalid_format')] },
};

export const logOut: Step = {
  request: (visit) => ({ method: 'POST', path: '/auth/logout', ...withAccessToken(visit) }),
  expects: { 204: [loggedOut, validated('access'), endedSession('user')] },
  learn: ({ account }) => {
    account.openSessions -= 1;
  },
};
