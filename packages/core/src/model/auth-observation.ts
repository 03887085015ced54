import type {
  AttemptObservation,
  ErrorObservation,
  LoginObservation,
  LogoutObservation,
  RegistrationObservation,
} from './attempt-observations';
import type {
  GuestObservation,
  MfaObservation,
  OAuthStepObservation,
  PasswordHashObservation,
  PasswordResetObservation,
} from './flow-observations';
import type {
  AuthorizationObservation,
  LockoutObservation,
  RateLimitObservation,
  SecurityEventEndObservation,
  SecurityEventObservation,
} from './security-observations';
import type {
  CredentialAgeObservation,
  CredentialRotationObservation,
  DependencyCheckObservation,
  DroppedEventsObservation,
  InstrumentationFailureObservation,
} from './service-observations';
import type {
  KeyLookupObservation,
  SessionObservation,
  TokenIssuanceObservation,
  TokenRefreshObservation,
  TokenRevocationObservation,
  TokenUseObservation,
  TokenValidationObservation,
} from './token-observations';

/** Everything that can be observed. `kind` tells them apart. */
export type AuthObservation =
  | AttemptObservation
  | LoginObservation
  | LogoutObservation
  | RegistrationObservation
  | TokenValidationObservation
  | TokenUseObservation
  | TokenIssuanceObservation
  | TokenRefreshObservation
  | TokenRevocationObservation
  | SessionObservation
  | OAuthStepObservation
  | MfaObservation
  | PasswordResetObservation
  | PasswordHashObservation
  | ErrorObservation
  | GuestObservation
  | AuthorizationObservation
  | RateLimitObservation
  | LockoutObservation
  | SecurityEventObservation
  | SecurityEventEndObservation
  | CredentialRotationObservation
  | CredentialAgeObservation
  | KeyLookupObservation
  | DependencyCheckObservation
  | InstrumentationFailureObservation
  | DroppedEventsObservation;

export type AuthObservationKind = AuthObservation['kind'];

/** The observation of one kind. */
export type ObservationOf<Kind extends AuthObservationKind> = Extract<
  AuthObservation,
  { readonly kind: Kind }
>;
