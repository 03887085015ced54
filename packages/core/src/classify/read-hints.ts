import type { OAuthRole } from './clue';
import type { AuthErrorHints } from './auth-error-hints';
import { readField } from './safe-read';

/** Hints that can be read without danger. */
export interface KnownHints {
  readonly role: OAuthRole;
  readonly status: number | undefined;
  readonly credentialPresent: boolean | undefined;
  readonly info: unknown;
  readonly wwwAuthenticate: string | undefined;
}

export const NO_HINTS: AuthErrorHints = {};

const NOTHING_KNOWN = keepUsable(NO_HINTS);

/** Hints without danger, whatever was given for them; fields of other types are left out. Never throws. */
export function readHints(given: unknown): KnownHints {
  if (given === NO_HINTS || typeof given !== 'object' || given === null) return NOTHING_KNOWN;
  try {
    return keepUsable(given);
  } catch {
    return keepUsable({
      role: readField(given, 'role'),
      status: readField(given, 'status'),
      credentialPresent: readField(given, 'credentialPresent'),
      info: readField(given, 'info'),
      wwwAuthenticate: readField(given, 'wwwAuthenticate'),
    });
  }
}

function keepUsable(given: Readonly<Partial<Record<keyof KnownHints, unknown>>>): KnownHints {
  const { role, status, credentialPresent, info, wwwAuthenticate } = given;
  return {
    role: role === 'server' ? 'server' : 'client',
    status: typeof status === 'number' ? status : undefined,
    credentialPresent: typeof credentialPresent === 'boolean' ? credentialPresent : undefined,
    info,
    wwwAuthenticate: typeof wwwAuthenticate === 'string' ? wwwAuthenticate : undefined,
  };
}
