import type { AuthObservation, AuthObservationKind } from '@authmeter/core';
import { tellingError, type Secrets } from './secrets';

/** Every kind, with what it must have to be counted. */
const KINDS: Readonly<Record<AuthObservationKind, object>> = {
  attempt: { outcome: 'failure' },
  login: { outcome: 'failure' },
  logout: {},
  registration: { outcome: 'success' },
  token_validation: { outcome: 'failure', errorType: 'expired_token' },
  token_use: { token: {} },
  token_issuance: {},
  token_refresh: { outcome: 'failure' },
  token_revocation: {},
  session: { change: 'ended' },
  oauth_step: { step: 'callback', outcome: 'failure' },
  mfa_challenge: { stage: 'verified', outcome: 'failure' },
  password_reset: { event: 'failed' },
  password_hash: { operation: 'verify', durationSeconds: 1 },
  error: { operation: 'token_validate', errorType: 'expired_token' },
  guest: { event: 'created' },
  authorization: { outcome: 'failure' },
  rate_limit: { result: 'limited' },
  lockout: { transition: 'locked' },
  security_event: { event: 'brute_force', severity: 'critical' },
  security_event_end: { event: 'brute_force' },
  credential_rotation: { credentialType: 'api_key', outcome: 'failure' },
  credential_age: { credentialType: 'api_key', state: 'current', createdAtEpochSeconds: 1 },
  key_lookup: { result: 'miss' },
  dependency_check: { up: false },
  instrumentation_failure: { component: 'live' },
  dropped_events: { component: 'live', count: 1 },
};

/** Fields that a host fills with its own words, and those that it is asked to fill with raw values. */
const FREE_FIELDS = [
  'method',
  'provider',
  'policy',
  'limiter',
  'factor',
  'tokenType',
  'grantType',
  'algorithm',
  'dependency',
  'action',
  'detectionId',
  'tokenId',
  'familyId',
  'sourceAddress',
  'accountId',
  'sessionId',
  'note',
];

/** Observations of every kind with a secret in every field that takes a text. */
export function hostileObservations(secrets: Secrets): readonly AuthObservation[] {
  const texts = [...Object.values(secrets), Object.values(secrets).join(' ')] as string[];
  return Object.entries(KINDS).flatMap(([kind, needed]) =>
    texts.map((text, index) => {
      const free = Object.fromEntries(FREE_FIELDS.map((field) => [field, text]));
      // Every other one also where only listed values belong: then nothing of it may be counted at all.
      const listed = index % 2 === 0 ? {} : { cause: text, severity: text, reason: text };
      return {
        ...free,
        error: tellingError(secrets),
        hints: { info: { message: text }, wwwAuthenticate: text, status: 401 },
        route: `/reset/${secrets.resetToken}/${secrets.email}?code=${secrets.code}`,
        ...listed,
        ...needed,
        kind,
      } as unknown as AuthObservation;
    }),
  );
}
