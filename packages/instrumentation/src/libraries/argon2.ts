import type { LibraryPatch } from '../patching/library-patch';
import { measureHash } from './password-hash';

const ARGON2 = { library: 'argon2', algorithm: 'argon2' } as const;

/** How long hashing takes. */
export const ARGON2_PATCH: LibraryPatch = {
  library: ARGON2.library,
  supported: ['>=0.40.1 <0.46'],
  functions: {
    hash: measureHash({ ...ARGON2, operation: 'hash' }),
    verify: measureHash({ ...ARGON2, operation: 'verify' }),
  },
};
