import { registered } from '../../truth/attempt-effects';
import { resetPassword } from '../../truth/service-effects';
import type { Step } from '../../traffic/visit';
import { PASSED, signedUp } from './effects';
import { keepCookies, post } from './requests';

export const signUp: Step = {
  request: (visit) => {
    const { email, password } = visit.account;
    return post(visit, '/sign-up/email', { email, password, name: email });
  },
  expects: { 200: signedUp },
  learn: (visit, answer) => {
    visit.account.exists = true;
    keepCookies(visit, answer);
  },
};

export const signUpWeakly: Step = {
  request: (visit) => {
    const { email } = visit.account;
    return post(visit, '/sign-up/email', { email, password: 'short', name: email });
  },
  expects: { 400: [PASSED, registered('invalid_format')] },
};

export const requestReset: Step = {
  request: (visit) => post(visit, '/request-password-reset', { email: visit.account.email }),
  expects: { 200: [PASSED, resetPassword('requested')] },
};

export const confirmReset: Step = {
  request: (visit) => {
    const { account, inside } = visit;
    account.password = `${account.password}+`;
    const token = inside.mailbox.take(account.email) ?? '';
    return post(visit, '/reset-password', { token, newPassword: account.password });
  },
  expects: { 200: [PASSED, resetPassword('completed')] },
};

export const followForgedLink: Step = {
  request: (visit) => post(visit, '/reset-password', { token: 'forged', newPassword: 'whatever' }),
  expects: { 400: [PASSED, resetPassword('failed', 'invalid_credentials')] },
};
