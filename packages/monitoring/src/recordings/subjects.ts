import {
  SOURCE_FAILURES,
  type AlertDefinition,
  type AlertName,
  type SeriesSelection,
} from '@authmeter/core/conventions';
import type { Subject } from './recording';

/** What alerts call the part of a metric that they look at. */
const SUBJECTS: Partial<Readonly<Record<AlertName, Subject>>> = {
  AuthFailureRatioHigh: 'auth.failures',
  AuthServiceDown: 'auth.server_faults',
  AuthFailureRateHigh: 'auth.failures',
  AuthInvalidCredentialsHigh: 'auth.invalid_credentials',
  AuthExpiredTokensHigh: 'auth.expired_tokens',
  AuthServerErrors: 'auth.server_errors',
  LoginFailureRatioElevated: 'auth.login_failures',
  LoginFailureRatioHigh: 'auth.login_failures',
  RegistrationFailureRatioHigh: 'auth.registration_failures',
  TokenValidationFailureRatioHigh: 'auth.token.validation_failures',
  UnknownKeyFailures: 'auth.unknown_key_errors',
  ClockSkewSuspected: 'auth.clock_skew_errors',
  BruteForceSuspected: SOURCE_FAILURES.name,
  MassAccountLockout: 'auth.account_lockouts',
  LoginLatencyHigh: 'auth.login.duration.seconds',
  RefreshLatencyHigh: 'auth.token_refresh.duration.seconds',
  AuthAvailabilityBurnFast: 'auth.server_faults',
  AuthAvailabilityBurnSlow: 'auth.server_faults',
};

/** What a recorded series of this alert is of. A metric that is not narrowed speaks for itself. */
export function subjectOf(
  { name }: Pick<AlertDefinition, 'name'>,
  { metric, where, except }: SeriesSelection,
): Subject {
  const subjects: Readonly<Record<string, Subject | undefined>> = SUBJECTS;
  const subject = subjects[name];
  if (subject !== undefined) return subject;
  if (where === undefined && except === undefined) return metric.name;
  throw new Error(`${name} looks at a part of ${metric.name} that has no name here`);
}
