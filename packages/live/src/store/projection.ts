import {
  ACCOUNT_FAILURES,
  ATTEMPTS,
  AUTHORIZATIONS,
  CREDENTIAL_AGE,
  CREDENTIAL_ROTATIONS,
  DEPENDENCY_CHECK_DURATION,
  DEPENDENCY_UP,
  DROPPED_EVENTS,
  ERRORS,
  FOLDED,
  GUESTS,
  INSTRUMENTATION_FAILURES,
  KEY_LOOKUPS,
  LOCKOUTS,
  LOGINS,
  LOGOUTS,
  MFA_CHALLENGES,
  OAUTH_STEPS_TAKEN,
  OPERATION_DURATION,
  PASSWORD_HASH_DURATION,
  PASSWORD_RESETS,
  RATE_LIMIT_HITS,
  RATE_LIMIT_REQUESTS,
  RATE_LIMIT_USAGE,
  REGISTRATIONS,
  SECURITY_EVENTS_DETECTED,
  SESSIONS_ACTIVE,
  SOURCE_FAILURES,
  TOKEN_AGE,
  TOKEN_ISSUANCES,
  TOKEN_REFRESHES,
  TOKEN_REMAINING_LIFETIME,
  TOKEN_REVOCATIONS,
  TOKEN_VALIDATIONS,
  TOKEN_VALIDATION_DURATION,
  USERS_ACTIVE,
  type MetricDefinition,
} from '@authmeter/core/conventions';

/**
 * How what falls into one slot becomes one value: counts add up; of a gauge the last value counts, or the one that
 * must not be missed.
 */
export type Fold = 'sum' | 'last' | 'lowest' | 'highest';

/** Which attributes of a metric are told apart here; the others are added up over. */
export interface Projection {
  readonly definition: MetricDefinition;
  readonly keeps: readonly string[];
  readonly fold: Fold;
}

type Row = readonly [definition: MetricDefinition, keeps?: readonly string[], fold?: Fold];

/** What the page draws and the findings select on. What is in no row is not kept. */
const ROWS: readonly Row[] = [
  [ATTEMPTS, ['outcome', 'reason', errorType(), 'method']],
  [LOGINS, ['outcome', 'reason', 'method']],
  [LOGOUTS, ['cause']],
  [REGISTRATIONS, ['outcome', 'reason']],
  [OPERATION_DURATION, ['operation']],
  [TOKEN_VALIDATIONS, ['outcome', 'reason']],
  [TOKEN_VALIDATION_DURATION],
  [TOKEN_AGE, ['method']],
  [TOKEN_REMAINING_LIFETIME, ['method']],
  [TOKEN_ISSUANCES, ['grant_type']],
  [TOKEN_REFRESHES, ['outcome', 'reason']],
  [TOKEN_REVOCATIONS, ['cause']],
  [SESSIONS_ACTIVE, ['method'], 'last'],
  [OAUTH_STEPS_TAKEN, ['step', 'outcome']],
  [MFA_CHALLENGES, ['stage', 'outcome']],
  [PASSWORD_RESETS, ['event']],
  [PASSWORD_HASH_DURATION],
  [GUESTS, ['event']],
  [AUTHORIZATIONS, ['outcome']],
  [RATE_LIMIT_REQUESTS, ['limiter', 'result']],
  [RATE_LIMIT_HITS, ['limiter']],
  [RATE_LIMIT_USAGE, ['limiter'], 'highest'],
  [LOCKOUTS, ['cause', 'transition']],
  [SOURCE_FAILURES],
  [ACCOUNT_FAILURES],
  [USERS_ACTIVE, [], 'last'],
  [SECURITY_EVENTS_DETECTED, ['event', 'severity']],
  [ERRORS, [errorType()]],
  [CREDENTIAL_ROTATIONS, ['credential_type', 'outcome']],
  [CREDENTIAL_AGE, ['credential_type', 'state'], 'last'],
  [KEY_LOOKUPS, ['result']],
  [DEPENDENCY_UP, ['dependency'], 'lowest'],
  [DEPENDENCY_CHECK_DURATION, ['dependency']],
  [FOLDED, ['metric']],
  [INSTRUMENTATION_FAILURES, ['component']],
  [DROPPED_EVENTS, ['component']],
];

/** By metric name. */
export const PROJECTIONS: ReadonlyMap<string, Projection> = new Map(
  ROWS.map(([definition, keeps = [], fold = 'sum']) => [
    definition.name,
    { definition, keeps, fold },
  ]),
);

/** The one key with a dot, which only the conventions spell out. */
function errorType(): string {
  return ERRORS.attributes[0].key;
}
