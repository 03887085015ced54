import {
  countError,
  increment,
  incrementByFailure,
  recordSeconds,
  recordToken,
  refuse,
  requireOutcome,
} from './counting';
import type { CountKind } from './counting';

export const countTokenValidation: CountKind<'token_validation'> = (
  counting,
  validation,
  failure,
  countsError,
) => {
  const { table } = counting;
  requireOutcome(validation.outcome);
  const tokenType = validation.tokenType ?? 'access';
  incrementByFailure(counting, table.tokenValidations, failure, tokenType);
  recordSeconds(
    counting,
    table.tokenValidationDuration,
    validation.durationSeconds,
    validation.outcome,
  );
  countError(counting, 'token_validate', failure, countsError);
};

export const countTokenUse: CountKind<'token_use'> = (counting, { token, method }) => {
  recordToken(counting, token, method);
};

export const countTokenIssuance: CountKind<'token_issuance'> = (counting, issuance) => {
  increment(counting, counting.table.tokenIssuances, issuance.tokenType, issuance.grantType);
};

export const countTokenRefresh: CountKind<'token_refresh'> = (
  counting,
  refresh,
  failure,
  countsError,
) => {
  const { table } = counting;
  requireOutcome(refresh.outcome);
  increment(counting, table.tokenRefreshes, failure?.reason);
  recordSeconds(
    counting,
    table.operationDuration,
    refresh.durationSeconds,
    'token_refresh',
    refresh.outcome,
  );
  countError(counting, 'token_refresh', failure, countsError);
};

export const countTokenRevocation: CountKind<'token_revocation'> = (counting, revocation) => {
  const { tokenRevocations } = counting.table;
  increment(counting, tokenRevocations, revocation.tokenType, revocation.cause ?? 'other');
};

const STEP_OF_CHANGE: ReadonlyMap<string, number> = new Map([
  ['started', 1],
  ['ended', -1],
]);

export const countSession: CountKind<'session'> = (counting, session) => {
  const { store, table } = counting;
  const { change, method, cause = 'other', durationSeconds } = session;
  const step = STEP_OF_CHANGE.get(change) ?? refuse();
  if (change === 'ended') recordSeconds(counting, table.sessionDuration, durationSeconds, cause);
  store.count(table.sessionsActive, table.sessionsActive.labels.cellOf(method), step);
};

export const countKeyLookup: CountKind<'key_lookup'> = (counting, lookup) => {
  increment(counting, counting.table.keyLookups, lookup.result);
};
