import type { ListedFailure } from '../classify/listed-failure';
import { AUTH_ERROR_TYPES } from '../conventions';
import type { AuthErrorType, SecurityEvent, Severity } from '../conventions';

/** A security event that a failure is by itself. */
export interface ImpliedEvent {
  readonly event: SecurityEvent;
  readonly severity: Severity;
}

const EVENT_OF_ERROR_TYPE: ReadonlyMap<AuthErrorType, ImpliedEvent> = new Map([
  ['csrf_failed', { event: 'csrf_failure', severity: 'warn' }],
  ['token_reuse', { event: 'token_reuse', severity: 'critical' }],
]);

/** By the place of the error type in AUTH_ERROR_TYPES, so that nothing is looked up for each failure. */
const EVENTS = AUTH_ERROR_TYPES.map((errorType) => EVENT_OF_ERROR_TYPE.get(errorType));

/** Some refusals are security events by themselves. Source: conventions section 10. */
export function eventOfFailure({ index }: ListedFailure): ImpliedEvent | undefined {
  return EVENTS[index];
}
