import {
  ATTEMPTS,
  AUTHORIZATIONS,
  ERRORS,
  INSTRUMENTATION_FAILURES,
  LOGINS,
  LOGOUTS,
  OPERATION_DURATION,
  RATE_LIMIT_REQUESTS,
  REGISTRATIONS,
  SECURITY_EVENTS_DETECTED,
  SOURCE_FAILURES,
  TOKEN_AGE,
  TOKEN_REFRESHES,
  TOKEN_VALIDATIONS,
  type MetricDefinition,
} from '@authmeter/core/conventions';
import type { CountedPoint } from './counted-point';

/** Why something failed: its `error.type` and its `reason`. */
export type Why = readonly [errorType: string, reason: string];

/** A point that was counted once, whose attributes are written in the order of its definition. */
function once(definition: MetricDefinition, ...values: readonly string[]): CountedPoint {
  const entries = values.map((value, index) => [definition.attributes[index]?.key, value] as const);
  return { metric: definition.name, attributes: Object.fromEntries(entries), value: 1 };
}

/** A point with an outcome: a failure says why, a success carries nothing of it. */
function ended(definition: MetricDefinition, others: Record<string, string>, why: Why | undefined) {
  const verdict =
    why === undefined
      ? { outcome: 'success' }
      : { outcome: 'failure', 'error.type': why[0], reason: why[1] };
  return { metric: definition.name, attributes: { ...verdict, ...others }, value: 1 };
}

export const attempt = (method: string, why?: Why): CountedPoint =>
  ended(ATTEMPTS, { method }, why);

/** A login is one attempt too. */
export const login = (method: string, why?: Why): readonly CountedPoint[] => [
  ended(LOGINS, { method }, why),
  ended(ATTEMPTS, { method }, why),
];

export const validation = (tokenType: string, why?: Why): CountedPoint =>
  ended(TOKEN_VALIDATIONS, { token_type: tokenType }, why);

export const failedRefresh = (reason: string): CountedPoint =>
  once(TOKEN_REFRESHES, 'failure', reason);

export const succeededRefresh = (): CountedPoint => once(TOKEN_REFRESHES, 'success');

export const registered = (method: string): CountedPoint => ({
  metric: REGISTRATIONS.name,
  attributes: { outcome: 'success', method },
  value: 1,
});

export const failedRegistration = (method: string, reason: string): CountedPoint =>
  once(REGISTRATIONS, 'failure', reason, method);

export const logout = (cause: string): CountedPoint => once(LOGOUTS, cause);

export const error = (errorType: string, operation: string): CountedPoint =>
  once(ERRORS, errorType, operation);

export const authorization = (outcome: string, policy: string): CountedPoint =>
  once(AUTHORIZATIONS, outcome, policy);

export const limiterDecision = (limiter: string, result: string): CountedPoint =>
  once(RATE_LIMIT_REQUESTS, limiter, result);

export const securityEvent = (event: string, severity: string): CountedPoint =>
  once(SECURITY_EVENTS_DETECTED, event, severity);

export const instrumentationFailure = (component: string): CountedPoint =>
  once(INSTRUMENTATION_FAILURES, component);

export const sourceFailure = (address: string): CountedPoint => once(SOURCE_FAILURES, address);

export const duration = (operation: string, outcome: string): CountedPoint =>
  once(OPERATION_DURATION, operation, outcome);

export const tokenAge = (method: string): CountedPoint => once(TOKEN_AGE, method);

/** What a refused token counts: a failed attempt, a failed validation, and one error. */
export const refusedToken = (errorType: string, reason: string): readonly CountedPoint[] => [
  attempt('jwt', [errorType, reason]),
  validation('access', [errorType, reason]),
  error(errorType, 'authenticate'),
];

/** What an accepted token counts. */
export const ACCEPTED_TOKEN: readonly CountedPoint[] = [attempt('jwt'), validation('access')];

/** The same points, counted so many times. */
export const times = (value: number, points: readonly CountedPoint[]): readonly CountedPoint[] =>
  points.map((point) => ({ ...point, value }));
