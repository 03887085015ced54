import type { AuthMeter } from '@authmeter/core';

const DAY_SECONDS = 86_400;
const MILLISECONDS_PER_SECOND = 1000;
/** Visits between two rotations of the signing key. */
const VISITS_PER_ROTATION = 2000;
const OLD_CERTIFICATE_DAYS = 84;

/** The portal's own credentials. */
export interface PortalCredentials {
  /** Rotates the signing key when it is time. */
  grow(visits: number): void;
}

/** Tells the meter of a signing key that is rotated often and of a certificate that soon has to be. */
export function tellCredentials(meter: AuthMeter): PortalCredentials {
  const now = (): number => Date.now() / MILLISECONDS_PER_SECOND;
  const tellAge = (createdAtEpochSeconds: number): void => {
    meter.record({
      kind: 'credential_age',
      credentialType: 'signing_key',
      state: 'current',
      createdAtEpochSeconds,
    });
  };
  tellAge(now() - DAY_SECONDS);
  meter.record({
    kind: 'credential_age',
    credentialType: 'certificate',
    state: 'current',
    createdAtEpochSeconds: now() - OLD_CERTIFICATE_DAYS * DAY_SECONDS,
  });
  return {
    grow: (visits) => {
      if (visits % VISITS_PER_ROTATION !== 0) return;
      const failed = (visits / VISITS_PER_ROTATION) % 3 === 0;
      meter.record({
        kind: 'credential_rotation',
        credentialType: 'signing_key',
        outcome: failed ? 'failure' : 'success',
      });
      if (!failed) tellAge(now());
    },
  };
}
