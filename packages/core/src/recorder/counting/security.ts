import { OTHER_VALUE, SECURITY_EVENTS } from '../../conventions';
import { countError, increment, recordSeconds, refuse } from './counting';
import type { CountKind } from './counting';

export const countAuthorization: CountKind<'authorization'> = (
  counting,
  authorization,
  failure,
  countsError,
) => {
  const { outcome, policy } = authorization;
  increment(counting, counting.table.authorizations, outcome, policy);
  countError(counting, 'authorize', failure, countsError);
};

export const countRateLimit: CountKind<'rate_limit'> = (counting, decision) => {
  const { table, ledger, gauges } = counting;
  const { limiter, result, usageRatio, sourceAddress, accountId } = decision;
  const cell = table.rateLimitRequests.labels.cellOf(limiter, result);
  increment(counting, table.rateLimitRequests, limiter, result);
  if (usageRatio !== undefined) gauges.noteUsage(limiter, usageRatio);
  if (result === 'limited') {
    const listed = table.rateLimitRequests.labels.attributesOf(cell)?.['limiter'];
    ledger.countHit(typeof listed === 'string' ? listed : OTHER_VALUE, sourceAddress, accountId);
  }
};

export const countLockout: CountKind<'lockout'> = (counting, lockout) => {
  increment(counting, counting.table.lockouts, lockout.cause ?? 'other', lockout.transition);
};

export const countSecurityEvent: CountKind<'security_event'> = (counting, { event, severity }) => {
  increment(counting, counting.table.securityEvents, event, severity);
};

/** Its start was counted. */
export const countSecurityEventEnd: CountKind<'security_event_end'> = (_counting, { event }) => {
  if (!SECURITY_EVENTS.includes(event)) refuse();
};

export const countCredentialRotation: CountKind<'credential_rotation'> = (counting, rotation) => {
  const { credentialRotations } = counting.table;
  increment(counting, credentialRotations, rotation.credentialType, rotation.outcome);
};

export const countCredentialAge: CountKind<'credential_age'> = (counting, credential) => {
  const { credentialType, state, createdAtEpochSeconds } = credential;
  if (!counting.gauges.noteCredential(credentialType, state, createdAtEpochSeconds)) refuse();
};

export const countDependencyCheck: CountKind<'dependency_check'> = (counting, check) => {
  const { dependency, up, durationSeconds } = check;
  const { dependencyCheckDuration } = counting.table;
  const outcome = up ? 'success' : 'failure';
  counting.gauges.noteDependency(dependency, up);
  recordSeconds(counting, dependencyCheckDuration, durationSeconds, dependency, outcome);
};
