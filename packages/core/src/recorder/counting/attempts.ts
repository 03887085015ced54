import {
  countError,
  countSubject,
  increment,
  incrementByFailure,
  recordSeconds,
  recordToken,
  requireOutcome,
} from './counting';
import type { CountKind } from './counting';

export const countAttempt: CountKind<'attempt'> = (counting, attempt, failure, countsError) => {
  const { table } = counting;
  const { outcome, method, durationSeconds } = attempt;
  requireOutcome(outcome);
  incrementByFailure(counting, table.attempts, failure, method);
  if (durationSeconds !== undefined) {
    recordSeconds(counting, table.operationDuration, durationSeconds, 'authenticate', outcome);
  }
  if (outcome === 'success' && attempt.token !== undefined) {
    recordToken(counting, attempt.token, method);
  }
  countError(counting, 'authenticate', failure, countsError);
  countSubject(counting, attempt, outcome, failure?.fault);
};

/** Every login is one attempt too; its duration and its error are counted once, as a login's. */
export const countLogin: CountKind<'login'> = (counting, login, failure, countsError) => {
  const { table } = counting;
  requireOutcome(login.outcome);
  incrementByFailure(counting, table.logins, failure, login.method);
  incrementByFailure(counting, table.attempts, failure, login.method);
  recordSeconds(counting, table.operationDuration, login.durationSeconds, 'login', login.outcome);
  if (login.outcome === 'success' && login.token !== undefined) {
    recordToken(counting, login.token, login.method);
  }
  countError(counting, 'login', failure, countsError);
  countSubject(counting, login, login.outcome, failure?.fault);
};

export const countLogout: CountKind<'logout'> = (counting, logout) => {
  increment(counting, counting.table.logouts, logout.cause ?? 'user');
  const { operationDuration } = counting.table;
  recordSeconds(counting, operationDuration, logout.durationSeconds, 'logout', 'success');
};

export const countRegistration: CountKind<'registration'> = (
  counting,
  registration,
  failure,
  countsError,
) => {
  const { table } = counting;
  requireOutcome(registration.outcome);
  increment(counting, table.registrations, failure?.reason, registration.method);
  recordSeconds(
    counting,
    table.operationDuration,
    registration.durationSeconds,
    'register',
    registration.outcome,
  );
  countError(counting, 'register', failure, countsError);
};
