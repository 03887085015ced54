import type { AuthErrorHints } from './auth-error-hints';
import { readField } from './safe-read';

export const NO_HINTS: AuthErrorHints = {};

/** Hints that can be read without danger, whatever was given for them; fields of other types are left out. */
export function readHints(given: unknown): AuthErrorHints {
  if (given === NO_HINTS) return NO_HINTS;
  const status = readField(given, 'status');
  const credentialPresent = readField(given, 'credentialPresent');
  const info = readField(given, 'info');
  const wwwAuthenticate = readField(given, 'wwwAuthenticate');
  return {
    role: readField(given, 'role') === 'server' ? 'server' : 'client',
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof credentialPresent === 'boolean' ? { credentialPresent } : {}),
    ...(info === undefined ? {} : { info }),
    ...(typeof wwwAuthenticate === 'string' ? { wwwAuthenticate } : {}),
  };
}
