import type { AuthObservationKind } from '../../model/auth-observation';
import { countAttempt, countLogin, countLogout, countRegistration } from './attempts';
import type { CountKind } from './counting';
import {
  countGuest,
  countMfaChallenge,
  countOAuthStep,
  countOperationError,
  countPasswordHash,
  countPasswordReset,
} from './flows';
import { countDroppedEvents, countInstrumentationFailure } from './instrumentation';
import {
  countAuthorization,
  countCredentialAge,
  countCredentialRotation,
  countDependencyCheck,
  countLockout,
  countRateLimit,
  countSecurityEvent,
  countSecurityEventEnd,
} from './security';
import {
  countKeyLookup,
  countSession,
  countTokenIssuance,
  countTokenRefresh,
  countTokenRevocation,
  countTokenUse,
  countTokenValidation,
} from './tokens';

/** How each kind of observation is counted: the one place that ties a fact to its metrics. */
export const COUNTING_TABLE: { readonly [Kind in AuthObservationKind]: CountKind<Kind> } = {
  attempt: countAttempt,
  login: countLogin,
  logout: countLogout,
  registration: countRegistration,
  token_validation: countTokenValidation,
  token_use: countTokenUse,
  token_issuance: countTokenIssuance,
  token_refresh: countTokenRefresh,
  token_revocation: countTokenRevocation,
  session: countSession,
  oauth_step: countOAuthStep,
  mfa_challenge: countMfaChallenge,
  password_reset: countPasswordReset,
  password_hash: countPasswordHash,
  error: countOperationError,
  guest: countGuest,
  authorization: countAuthorization,
  rate_limit: countRateLimit,
  lockout: countLockout,
  security_event: countSecurityEvent,
  security_event_end: countSecurityEventEnd,
  credential_rotation: countCredentialRotation,
  credential_age: countCredentialAge,
  key_lookup: countKeyLookup,
  dependency_check: countDependencyCheck,
  instrumentation_failure: countInstrumentationFailure,
  dropped_events: countDroppedEvents,
};
