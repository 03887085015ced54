import {
  ATTEMPTS,
  ERROR_TYPE_DEFINITIONS,
  ERRORS,
  LOGINS,
  REGISTRATIONS,
  SOURCE_FAILURES,
  TOKEN_REFRESHES,
  TOKEN_VALIDATIONS,
  type AuthErrorType,
  type AuthMethod,
  type AuthOperation,
  type MetricDefinition,
  type TokenType,
} from '@authmeter/core/conventions';
import type { CountedEvent, Effect } from './counted-event';

/** A request to something protected was served, or refused for a cause. */
export function attempted(method: AuthMethod, errorType?: AuthErrorType): Effect {
  return ({ network }) => [
    judged(ATTEMPTS, errorType, { method }),
    ...failed('authenticate', errorType),
    ...failedSource(network, errorType),
  ];
}

/** Somebody logged in, or was refused. Every login is one attempt too. */
export function loggedIn(errorType?: AuthErrorType, method: AuthMethod = 'password'): Effect {
  return ({ network }) => [
    judged(LOGINS, errorType, { method }),
    judged(ATTEMPTS, errorType, { method }),
    ...failed('login', errorType),
    ...failedSource(network, errorType),
  ];
}

/** A token was looked at. Its failure is an error of the attempt around it, not one of its own. */
export function validated(tokenType: TokenType, errorType?: AuthErrorType): Effect {
  return () => [judged(TOKEN_VALIDATIONS, errorType, { token_type: tokenType })];
}

/** Somebody registered, or was refused. */
export function registered(errorType?: AuthErrorType, method: AuthMethod = 'password'): Effect {
  return () => [reasoned(REGISTRATIONS, errorType, { method }), ...failed('register', errorType)];
}

/** A refresh token was exchanged, or refused. */
export function refreshed(errorType?: AuthErrorType): Effect {
  return () => [reasoned(TOKEN_REFRESHES, errorType, {}), ...failed('token_refresh', errorType)];
}

/** The error of a failed operation; nothing for a success. */
export function failed(
  operation: AuthOperation,
  errorType: AuthErrorType | undefined,
): readonly CountedEvent[] {
  return errorType === undefined
    ? []
    : [{ metric: ERRORS, labels: { error_type: errorType, operation } }];
}

/** An outage says nothing about who is attacking, so the service's own faults are nobody's. */
function failedSource(
  network: string,
  errorType: AuthErrorType | undefined,
): readonly CountedEvent[] {
  return errorType === undefined || ERROR_TYPE_DEFINITIONS[errorType].fault === 'server'
    ? []
    : [{ metric: SOURCE_FAILURES, labels: { ip_address: network } }];
}

type Labels = Readonly<Record<string, string>>;

function reasoned(
  metric: MetricDefinition,
  errorType: AuthErrorType | undefined,
  labels: Labels,
): CountedEvent {
  if (errorType === undefined) return { metric, labels: { ...labels, outcome: 'success' } };
  const { reason } = ERROR_TYPE_DEFINITIONS[errorType];
  return { metric, labels: { ...labels, outcome: 'failure', reason } };
}

function judged(
  metric: MetricDefinition,
  errorType: AuthErrorType | undefined,
  labels: Labels,
): CountedEvent {
  const named = errorType === undefined ? labels : { ...labels, error_type: errorType };
  return reasoned(metric, errorType, named);
}
