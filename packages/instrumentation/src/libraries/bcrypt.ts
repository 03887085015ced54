import type { LibraryPatch } from '../patching/library-patch';
import { measureHash } from './password-hash';

const BCRYPT = { library: 'bcrypt', algorithm: 'bcrypt' } as const;
const hash = measureHash({ ...BCRYPT, operation: 'hash' });
const verify = measureHash({ ...BCRYPT, operation: 'verify' });

/** How long hashing takes, natively. */
export const BCRYPT_PATCH: LibraryPatch = {
  library: BCRYPT.library,
  supported: ['>=6.0.0 <7'],
  functions: { hash, hashSync: hash, compare: verify, compareSync: verify },
};
