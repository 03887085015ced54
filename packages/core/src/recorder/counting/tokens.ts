import { countError, increment, recordSeconds, recordToken } from './counting';
import type { CountKind } from './counting';

export const countTokenValidation: CountKind<'token_validation'> = (
  counting,
  validation,
  failure,
  countsError,
) => {
  const { table } = counting;
  const tokenType = validation.tokenType ?? 'access';
  increment(counting, table.tokenValidations, failure?.errorType, tokenType);
  recordSeconds(
    counting,
    table.tokenValidationDuration,
    validation.durationSeconds,
    validation.outcome,
  );
  countError(counting, 'token_validate', failure?.errorType, countsError);
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
  increment(counting, table.tokenRefreshes, failure?.reason);
  recordSeconds(
    counting,
    table.operationDuration,
    refresh.durationSeconds,
    'token_refresh',
    refresh.outcome,
  );
  countError(counting, 'token_refresh', failure?.errorType, countsError);
};

export const countTokenRevocation: CountKind<'token_revocation'> = (counting, revocation) => {
  const { tokenRevocations } = counting.table;
  increment(counting, tokenRevocations, revocation.tokenType, revocation.cause ?? 'other');
};

export const countSession: CountKind<'session'> = (counting, session) => {
  const { store, table, onUncountable } = counting;
  const cell = table.sessionsActive.labels.cellOf(session.method);
  const change = session.change === 'started' ? 1 : -1;
  if (!store.count(table.sessionsActive, cell, change)) onUncountable();
  if (session.change === 'ended') {
    const cause = session.cause ?? 'other';
    recordSeconds(counting, table.sessionDuration, session.durationSeconds, cause);
  }
};

export const countKeyLookup: CountKind<'key_lookup'> = (counting, lookup) => {
  increment(counting, counting.table.keyLookups, lookup.result);
};
