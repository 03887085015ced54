import {
  OAUTH_STEPS_TAKEN,
  type AuthErrorType,
  type AuthOutcome,
} from '@authmeter/core/conventions';
import type { Effect } from '../truth/counted-event';
import { attempted, loggedIn, validated } from '../truth/attempt-effects';
import { allowed, issued, lockedOut, limited, startedSession } from '../truth/service-effects';
import type { Cast } from '../cast/cast';
import { withBearer } from '../traffic/steps/credentials';
import type { Step } from '../traffic/visit';

/** Shows a token of the company's identity provider. */
export function useCompanyToken(token: string, errorType?: AuthErrorType): Step {
  const status = errorType === undefined ? 200 : errorType === 'dependency_error' ? 503 : 401;
  return {
    request: () => ({ method: 'GET', path: '/api/catalogue', ...withBearer(token) }),
    expects: { [status]: [attempted('jwt', errorType), validated('access', errorType)] },
  };
}

const exchanged = (outcome: AuthOutcome): Effect => {
  const labels = { step: 'code_exchange', outcome, provider: 'company' };
  return () => [{ metric: OAUTH_STEPS_TAKEN, labels }];
};

/** Logs in by a code of the company's identity provider. */
export function logInByCode(code: string, errorType?: AuthErrorType): Step {
  const status = errorType === undefined ? 200 : errorType === 'dependency_error' ? 503 : 401;
  const granted = [
    startedSession,
    issued('access', 'authorization_code'),
    issued('refresh', 'authorization_code'),
  ];
  return {
    request: () => ({ method: 'POST', path: '/auth/login/code', body: { code } }),
    expects: {
      [status]: [
        loggedIn(errorType, 'oauth'),
        exchanged(errorType === undefined ? 'success' : 'failure'),
        ...(errorType === undefined ? granted : []),
      ],
    },
  };
}

/** Gets a code from the provider for somebody who has signed on there. */
export function codeFor({ shop }: Cast, email: string): string {
  return shop.companyProvider.giveCode(email);
}

/**
 * Tries a password again and again. The account is locked after so many failures, and some meet the limiter. Guesses
 * that are checked at the same time may find the account still open, or overtake the one that locks it.
 */
export function guessPassword(guess: number, mostFailures: number): Step {
  const PASSED = allowed('login');
  const locks = guess === mostFailures - 1 ? [lockedOut('max_retries', 'locked')] : [];
  return {
    request: ({ account: { email } }) => ({
      method: 'POST',
      path: '/auth/login',
      body: { email, password: `guess ${String(guess)}` },
    }),
    expects: {
      401: [PASSED, loggedIn('invalid_credentials'), ...locks],
      423: [PASSED, loggedIn('account_locked'), ...locks],
      429: [limited('login'), loggedIn('rate_limited')],
    },
  };
}

/** Asks how authentication is; nobody is authenticated for it. */
export function checkHealth(status: 200 | 503): Step {
  return {
    request: () => ({ method: 'GET', path: '/auth/health' }),
    expects: { [status]: [] },
  };
}
