import { sign } from 'jsonwebtoken';

/** What the tests of the adapters sign and verify with. */
export const SECRET = 'the-secret-of-the-adapter-tests';
const NOW_SECONDS = Math.floor(Date.now() / 1000);

/** A token of alice's, issued 600 seconds ago and valid for another hour, unless told otherwise. */
export function tokenWith(claims: object = {}, secret = SECRET): string {
  const usual = { sub: 'alice', iat: NOW_SECONDS - 600, exp: NOW_SECONDS + 3600 };
  return sign({ ...usual, ...claims }, secret);
}

export const VALID = { authorization: `Bearer ${tokenWith()}` };
export const EXPIRED = { authorization: `Bearer ${tokenWith({ exp: NOW_SECONDS - 60 })}` };
export const FORGED = { authorization: `Bearer ${tokenWith({}, 'somebody-elses-secret')}` };
