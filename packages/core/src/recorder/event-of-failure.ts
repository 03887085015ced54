import type { AuthErrorType, AuthReason, SecurityEvent, Severity } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';

/** A security event that a failure is by itself. */
export interface ImpliedEvent {
  readonly event: SecurityEvent;
  readonly severity: Severity;
}

/** The reason that all of them have: most failures have another and need no look-up. */
const THEIR_REASON: AuthReason = 'invalid_credentials';

const EVENT_OF_ERROR_TYPE: ReadonlyMap<AuthErrorType, ImpliedEvent> = new Map([
  ['csrf_failed', { event: 'csrf_failure', severity: 'warn' }],
  ['token_reuse', { event: 'token_reuse', severity: 'critical' }],
]);

/** Some refusals are security events by themselves. Source: conventions section 10. */
export function eventOfFailure({ errorType, reason }: AuthErrorCategory): ImpliedEvent | undefined {
  return reason === THEIR_REASON ? EVENT_OF_ERROR_TYPE.get(errorType) : undefined;
}
