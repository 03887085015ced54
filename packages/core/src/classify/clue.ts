import type { AuthErrorType } from '../conventions';
import { readText } from './safe-read';

/** Which part the host plays in OAuth. */
export type OAuthRole = 'client' | 'server';

/** The beginning of a message and what it says. Beginnings only: attackers write the ends. */
export type MessagePrefix = readonly [prefix: string, errorType: AuthErrorType];

/** What one code or name says about an error, and what of it has to be looked at besides. */
export interface Clue {
  /** What it says if nothing below is more precise. Absent: the name is known and says nothing. */
  readonly errorType?: AuthErrorType;
  /** A wrapper's name; better evidence in the chain wins. */
  readonly isWeak?: true;
  /** A message with which the library misleads: what is inside such an error is not read. */
  readonly finalMessage?: string;
  /** Read from the error's message, first match wins. */
  readonly messages?: readonly MessagePrefix[];
  /** Read from the error itself; must not throw. */
  readonly refine?: (error: object, role: OAuthRole) => AuthErrorType | undefined;
}

/** Identifiers (codes, names, constructor names, OAuth `error` values) and what they say. */
export type ClueTable = Readonly<Record<string, AuthErrorType | Clue>>;

/** What a clue says about one error, most precise part first. */
export function resolveClue(clue: Clue, error: object, role: OAuthRole): AuthErrorType | undefined {
  const refined = clue.refine?.(error, role);
  if (refined !== undefined) return refined;
  if (clue.messages !== undefined) {
    const message = readText(error, 'message');
    const matched = message === undefined ? undefined : matchPrefix(message, clue.messages);
    if (matched !== undefined) return matched;
  }
  return clue.errorType;
}

/** Prefixes by their first character, so that a text meets few of many. */
export type PrefixIndex = ReadonlyMap<string, readonly MessagePrefix[]>;

/** An index of prefixes that keeps their order. */
export function indexPrefixes(prefixes: readonly MessagePrefix[]): PrefixIndex {
  const index = new Map<string, MessagePrefix[]>();
  for (const prefix of prefixes) {
    const first = prefix[0].charAt(0);
    const known = index.get(first);
    if (known === undefined) index.set(first, [prefix]);
    else known.push(prefix);
  }
  return index;
}

/** The type of the first indexed prefix that a text starts with, or undefined. */
export function matchIndex(text: string, index: PrefixIndex): AuthErrorType | undefined {
  const candidates = index.get(text.charAt(0));
  return candidates === undefined ? undefined : matchPrefix(text, candidates);
}

/** The type of the first prefix that a text starts with, or undefined. */
export function matchPrefix(
  text: string,
  prefixes: readonly MessagePrefix[],
): AuthErrorType | undefined {
  const first = text.charCodeAt(0);
  for (const entry of prefixes) {
    // Not taken apart by a pattern: that is dear in code that has not run often yet, and failures are rare.
    const prefix = entry[0];
    if (prefix.charCodeAt(0) === first && text.startsWith(prefix)) return entry[1];
  }
  return undefined;
}
