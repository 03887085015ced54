import { registered } from '../../truth/attempt-effects';
import {
  endedAllSessions,
  lockedOut,
  resetPassword as countsReset,
} from '../../truth/service-effects';
import type { Effect } from '../../truth/counted-event';
import type { RequestRecipe, Step, Visit } from '../visit';

const WEAK_PASSWORD = 'secret';

const registration = ({ account: { email, password } }: Visit): RequestRecipe => ({
  method: 'POST',
  path: '/auth/register',
  body: { email, password },
});

export const register: Step = {
  request: registration,
  expects: { 201: [registered()] },
  learn: ({ account }) => {
    account.exists = true;
  },
};

export const registerTakenAddress: Step = {
  request: registration,
  expects: { 409: [registered('unknown')] },
};

export const registerWeakly: Step = {
  request: ({ account: { email } }) => ({
    method: 'POST',
    path: '/auth/register',
    body: { email, password: WEAK_PASSWORD },
  }),
  expects: { 422: [registered('invalid_format')] },
};

/** Asks for a mail; only an account that exists gets one. */
export function requestReset(...mailed: readonly Effect[]): Step {
  return {
    request: ({ account: { email } }) => ({
      method: 'POST',
      path: '/auth/password-reset',
      body: { email },
    }),
    expects: { 202: [countsReset('requested'), ...mailed] },
  };
}

export const mailed: Effect = countsReset('email_sent');

/** Follows the link of the mail. */
export function confirmReset(...also: readonly Effect[]): Step {
  return {
    request: ({ inside, account }) => {
      account.password = `${account.password}+`;
      const token = inside.mailbox.take(account.email) ?? '';
      return confirmation(token, account.password);
    },
    expects: { 204: [countsReset('completed'), endedAllSessions('password_change'), ...also] },
    learn: ({ account }) => {
      account.openSessions = 0;
    },
  };
}

export const unlocked: Effect = lockedOut('customer', 'unlocked');

export const followForgedLink: Step = {
  request: ({ account: { password } }) => confirmation('forged', password),
  expects: { 400: [countsReset('failed', 'invalid_credentials')] },
};

function confirmation(token: string, password: string): RequestRecipe {
  return { method: 'POST', path: '/auth/password-reset/confirm', body: { token, password } };
}
