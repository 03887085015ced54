import type { AuthErrorType } from '../conventions';
import { indexPrefixes, type Clue, type ClueTable, type PrefixIndex } from './clue';
import { AUTH_APP_CLUES, WEBAUTHN_MESSAGES } from './libraries/auth-app-clues';
import { COGNITO_CLUES } from './libraries/cognito-clues';
import { DATABASE_CLUES } from './libraries/database-clues';
import { DIRECTORY_CLUES } from './libraries/directory-clues';
import {
  FRAMEWORK_CLUES,
  FRAMEWORK_MESSAGES,
  FRAMEWORK_TYPE_ERROR_MESSAGES,
} from './libraries/framework-clues';
import { GENERAL_CLUES } from './libraries/general-clues';
import { IDENTITY_SERVICE_CLUES } from './libraries/identity-service-clues';
import { JOSE_CLUES, JOSE_TYPE_ERROR_MESSAGES } from './libraries/jose-clues';
import { JSONWEBTOKEN_CLUES, JSONWEBTOKEN_ERROR_MESSAGES } from './libraries/jsonwebtoken-clues';
import { NETWORK_ERROR_MESSAGES } from './libraries/network-messages';
import { CODE_PREFIXES, NODE_CLUES } from './libraries/node-clues';
import { OAUTH_CLUES } from './libraries/oauth-clues';
import { OPENID_CLIENT_CLUES } from './libraries/openid-client-clues';
import { SUPABASE_CLUES } from './libraries/supabase-clues';
import { TOKEN_LIBRARY_CLUES } from './libraries/token-library-clues';

/** Every table, one per family of libraries. No identifier stands in two of them. */
export const CLUE_TABLES: readonly ClueTable[] = [
  JSONWEBTOKEN_CLUES,
  JOSE_CLUES,
  TOKEN_LIBRARY_CLUES,
  OAUTH_CLUES,
  OPENID_CLIENT_CLUES,
  FRAMEWORK_CLUES,
  AUTH_APP_CLUES,
  IDENTITY_SERVICE_CLUES,
  COGNITO_CLUES,
  SUPABASE_CLUES,
  NODE_CLUES,
  DATABASE_CLUES,
  DIRECTORY_CLUES,
  GENERAL_CLUES,
];

/** All of them in one. A map: texts that nobody knows are looked up in it faster than in an object. */
const CLUES = new Map<string, AuthErrorType | Clue | undefined>();
for (const table of CLUE_TABLES) {
  for (const identifier in table) CLUES.set(identifier, table[identifier]);
}

/** What is known of a code, a name or an OAuth `error`, or undefined. */
export function findLibraryClue(identifier: string): Clue | undefined {
  const says = CLUES.get(identifier);
  if (typeof says === 'string') return { errorType: says };
  return says ?? CODE_PREFIXES.find(([prefix]) => identifier.startsWith(prefix))?.[1];
}

/** Beginnings of messages of errors that have no code and no name but `Error`. */
export const PLAIN_ERROR_MESSAGES: PrefixIndex = indexPrefixes([
  ...FRAMEWORK_MESSAGES,
  ...JSONWEBTOKEN_ERROR_MESSAGES,
  ...WEBAUTHN_MESSAGES,
  ...NETWORK_ERROR_MESSAGES,
]);

/** Beginnings of messages of `TypeError`s that are no bugs. */
export const TYPE_ERROR_MESSAGES: PrefixIndex = indexPrefixes([
  ...JOSE_TYPE_ERROR_MESSAGES,
  ...FRAMEWORK_TYPE_ERROR_MESSAGES,
]);
