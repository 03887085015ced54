import { countError, increment, recordSeconds } from './counting';
import type { CountKind } from './counting';

export const countOAuthStep: CountKind<'oauth_step'> = (
  counting,
  oauthStep,
  failure,
  countsError,
) => {
  const { table } = counting;
  const { step, outcome, provider, durationSeconds } = oauthStep;
  const operation = step === 'start' ? 'oauth_start' : 'oauth_callback';
  increment(counting, table.oauthSteps, step, outcome, provider);
  recordSeconds(counting, table.operationDuration, durationSeconds, operation, outcome);
  countError(counting, operation, failure, countsError);
};

export const countMfaChallenge: CountKind<'mfa_challenge'> = (
  counting,
  challenge,
  failure,
  countsError,
) => {
  const { table } = counting;
  const { factor, stage, outcome, durationSeconds } = challenge;
  increment(counting, table.mfaChallenges, factor, stage, outcome);
  recordSeconds(counting, table.operationDuration, durationSeconds, 'mfa_verify', outcome);
  countError(counting, 'mfa_verify', failure, countsError);
};

export const countPasswordReset: CountKind<'password_reset'> = (
  counting,
  reset,
  failure,
  countsError,
) => {
  const { table } = counting;
  const outcome = failure === undefined ? 'success' : 'failure';
  increment(counting, table.passwordResets, reset.event);
  recordSeconds(
    counting,
    table.operationDuration,
    reset.durationSeconds,
    'password_reset',
    outcome,
  );
  countError(counting, 'password_reset', failure, countsError);
};

export const countPasswordHash: CountKind<'password_hash'> = (counting, hash) => {
  const { passwordHashDuration } = counting.table;
  recordSeconds(
    counting,
    passwordHashDuration,
    hash.durationSeconds,
    hash.algorithm,
    hash.operation,
  );
};

export const countGuest: CountKind<'guest'> = (counting, guest) => {
  increment(counting, counting.table.guests, guest.event);
};

export const countOperationError: CountKind<'error'> = (
  counting,
  { operation },
  failure,
  countsError,
) => {
  countError(counting, operation, failure, countsError);
};
