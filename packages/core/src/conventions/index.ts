export {
  ALERT_CATALOGUE,
  ALERT_COMPONENT,
  ALERT_PARAMETERS,
  ALERT_SEVERITIES,
  alertParameters,
  AVAILABILITY_OBJECTIVE,
  MINIMUM_TRAFFIC,
  type AlertCondition,
  type AlertDefinition,
  type AlertName,
  type AlertParameter,
  type AlertParameterName,
  type AlertSeverity,
  type SeriesSelection,
} from './alerts';
export { ERROR_TYPE, METHOD, OPERATION, OUTCOME, REASON } from './attributes/attempt-attributes';
export {
  ALLOW_LISTS,
  OTHER_VALUE,
  type AllowList,
  type AttributeDefinition,
} from './attributes/attribute-definition';
export {
  GUEST_EVENT,
  HASH_ALGORITHM,
  HASH_OPERATION,
  MFA_FACTOR,
  MFA_STAGE,
  OAUTH_STEP,
  PASSWORD_RESET_EVENT,
  PROVIDER,
} from './attributes/flow-attributes';
export {
  COUNTRY,
  IP_ADDRESS,
  LIMITER,
  LOCKOUT_CAUSE,
  LOCKOUT_TRANSITION,
  POLICY,
  RATE_LIMIT_RESULT,
  SECURITY_EVENT,
  SEVERITY,
  USER_ID,
} from './attributes/security-attributes';
export {
  COMPONENT,
  CREDENTIAL_STATE,
  CREDENTIAL_TYPE,
  DEPENDENCY,
} from './attributes/service-attributes';
export { SPAN_OUTCOME, SPAN_REASON } from './attributes/span-attributes';
export {
  END_CAUSE,
  GRANT_TYPE,
  KEY_LOOKUP_RESULT,
  TOKEN_TYPE,
} from './attributes/token-attributes';
export { METRIC_CATALOGUE, type MetricName } from './catalogue';
export {
  AUDIT_EVENTS,
  AUDIT_RETENTIONS,
  AUDIT_SEVERITIES,
  ECS_VERSION,
  EVENTS_SUPPRESSED,
  FAILURE_ATTRIBUTES,
  OCSF_AUTHENTICATION,
  SUBJECT_ATTRIBUTES,
  type AuditEventDefinition,
  type AuditEventName,
  type AuditRetention,
  type AuditSeverity,
  type EventAttribute,
  type EventSource,
} from './events';
export { METRIC_KINDS, type MetricDefinition, type MetricKind } from './metric-definition';
export {
  ATTEMPTS,
  ERRORS,
  LOGINS,
  OPERATION_DURATION,
  REGISTRATIONS,
} from './metrics/attempt-metrics';
export { CREDENTIAL_AGE, CREDENTIAL_ROTATIONS } from './metrics/credential-metrics';
export { DEPENDENCY_CHECK_DURATION, DEPENDENCY_UP } from './metrics/dependency-metrics';
export {
  GUESTS,
  MFA_CHALLENGES,
  OAUTH_STEPS_TAKEN,
  PASSWORD_HASH_DURATION,
  PASSWORD_RESETS,
} from './metrics/flow-metrics';
export {
  DROPPED_EVENTS,
  FOLDED,
  INSTRUMENTATION_FAILURES,
} from './metrics/instrumentation-metrics';
export {
  RATE_LIMIT_HITS,
  RATE_LIMIT_REQUESTS,
  RATE_LIMIT_USAGE,
} from './metrics/rate-limit-metrics';
export {
  ACCOUNT_FAILURES,
  AUTHORIZATIONS,
  LOCKOUTS,
  SECURITY_EVENTS_DETECTED,
  SOURCE_COUNTRIES,
  SOURCE_FAILURES,
} from './metrics/security-metrics';
export {
  LOGOUTS,
  SESSIONS_ACTIVE,
  SESSION_DURATION,
  USERS_ACTIVE,
} from './metrics/session-metrics';
export {
  KEY_LOOKUPS,
  TOKEN_AGE,
  TOKEN_ISSUANCES,
  TOKEN_REFRESHES,
  TOKEN_REMAINING_LIFETIME,
  TOKEN_REVOCATIONS,
  TOKEN_VALIDATIONS,
  TOKEN_VALIDATION_DURATION,
} from './metrics/token-metrics';
export {
  INSTRUMENT_NAME_STYLES,
  instrumentName,
  prometheusLabel,
  prometheusName,
  type InstrumentNameStyle,
} from './prometheus-names';
export {
  attributeValues,
  freeAttributes,
  isAbsentOnSuccess,
  MOST_PAIRED_SERIES,
  worstCaseSeries,
  type DeclaredCounts,
  type SeriesLimits,
} from './series';
export { COMPONENTS, type Component } from './vocabulary/components';
export { COUNTRIES } from './vocabulary/countries';
export {
  CREDENTIAL_STATES,
  CREDENTIAL_TYPES,
  KEY_LOOKUP_RESULTS,
  type CredentialState,
  type CredentialType,
  type KeyLookupResult,
} from './vocabulary/credentials';
export {
  AUTH_ERROR_TYPES,
  ERROR_TYPE_DEFINITIONS,
  type AuthErrorType,
  type ErrorTypeDefinition,
} from './vocabulary/error-types';
export {
  GUEST_EVENTS,
  HASH_ALGORITHMS,
  HASH_OPERATIONS,
  MFA_FACTORS,
  MFA_STAGES,
  OAUTH_STEPS,
  PASSWORD_RESET_EVENTS,
  type GuestEvent,
  type HashAlgorithm,
  type HashOperation,
  type MfaFactor,
  type MfaStage,
  type OAuthStep,
  type PasswordResetEvent,
} from './vocabulary/flows';
export { AUTH_METHODS, type AuthMethod } from './vocabulary/methods';
export { AUTH_OPERATIONS, type AuthOperation } from './vocabulary/operations';
export { AUTH_OUTCOMES, type AuthOutcome } from './vocabulary/outcomes';
export {
  AUTH_FAULTS,
  AUTH_REASONS,
  AUTH_REASON_MEANINGS,
  type AuthFault,
  type AuthReason,
} from './vocabulary/reasons';
export {
  LOCKOUT_CAUSES,
  LOCKOUT_TRANSITIONS,
  RATE_LIMIT_RESULTS,
  SECURITY_EVENTS,
  SEVERITIES,
  type LockoutCause,
  type LockoutTransition,
  type RateLimitResult,
  type SecurityEvent,
  type Severity,
} from './vocabulary/security';
export {
  END_CAUSES,
  GRANT_TYPES,
  TOKEN_TYPES,
  type EndCause,
  type GrantType,
  type TokenType,
} from './vocabulary/tokens';
