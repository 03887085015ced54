import type { LibraryPatch } from '../patching/library-patch';
import { measureHash } from './password-hash';

const BCRYPTJS = { library: 'bcryptjs', algorithm: 'bcrypt' } as const;
const hash = measureHash({ ...BCRYPTJS, operation: 'hash' });
const verify = measureHash({ ...BCRYPTJS, operation: 'verify' });

/** How long hashing takes, in plain JavaScript. */
export const BCRYPTJS_PATCH: LibraryPatch = {
  library: BCRYPTJS.library,
  supported: ['>=2.4.3 <4'],
  functions: { hash, hashSync: hash, compare: verify, compareSync: verify },
};
