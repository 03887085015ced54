import { BRUTE_FORCE } from './brute-force';
import { CREDENTIAL_STUFFING } from './credential-stuffing';
import { IDENTITY_PROVIDER_OUTAGE } from './identity-provider-outage';
import { KEY_GUESSING } from './key-guessing';
import { KEY_ROTATION_MISTAKE } from './key-rotation-mistake';
import { NORMAL_DAY } from './normal-day';
import { PASSWORD_SPRAY } from './password-spray';
import { REFRESH_TOKEN_THEFT } from './refresh-token-theft';
import type { Scene } from './scene';
import { TOKEN_EXPIRY_WAVE } from './token-expiry-wave';

/** All scenes, in the order in which they are played. */
export const SCENES: readonly Scene[] = [
  NORMAL_DAY,
  TOKEN_EXPIRY_WAVE,
  KEY_ROTATION_MISTAKE,
  BRUTE_FORCE,
  KEY_GUESSING,
  PASSWORD_SPRAY,
  CREDENTIAL_STUFFING,
  IDENTITY_PROVIDER_OUTAGE,
  REFRESH_TOKEN_THEFT,
];
