import type { AuthMeter } from '@authmeter/core';
import type { AuthOutcome } from '@authmeter/core/conventions';

const DAY_SECONDS = 86_400;
const MILLISECONDS_PER_SECOND = 1000;
const OLD_CERTIFICATE_DAYS = 84;

/** The portal's own credentials. */
export interface PortalCredentials {
  /** Rotates the signing key, or fails to. */
  readonly rotateKey: (outcome: AuthOutcome) => void;
}

/** Tells the meter of a signing key that can be rotated, and of a certificate that soon has to be. */
export function tellCredentials(meter: AuthMeter): PortalCredentials {
  const now = (): number => Date.now() / MILLISECONDS_PER_SECOND;
  const age = { kind: 'credential_age', state: 'current' } as const;
  const tellKeyAge = (createdAtEpochSeconds: number): void => {
    meter.record({ ...age, credentialType: 'signing_key', createdAtEpochSeconds });
  };
  tellKeyAge(now() - DAY_SECONDS);
  const createdAtEpochSeconds = now() - OLD_CERTIFICATE_DAYS * DAY_SECONDS;
  meter.record({ ...age, credentialType: 'certificate', createdAtEpochSeconds });
  return {
    rotateKey: (outcome) => {
      meter.record({ kind: 'credential_rotation', credentialType: 'signing_key', outcome });
      if (outcome === 'success') tellKeyAge(now());
    },
  };
}
