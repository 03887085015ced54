import type { AuthErrorType } from '@authmeter/core/conventions';
import { ERROR_CODES } from './error-codes';
import { REDIRECT_CODES } from './redirect-codes';

/** What a code means: a failure of authentication, or `beside` when it is about something else. */
export type CodeMeaning = AuthErrorType | 'beside';

const MEANINGS: ReadonlyMap<string, CodeMeaning> = new Map(
  [ERROR_CODES, REDIRECT_CODES].flatMap((table) =>
    (Object.entries(table) as [CodeMeaning, string][]).flatMap(([meaning, codes]) =>
      codes
        .trim()
        .split(/\s+/)
        .map((code) => [code, meaning] as const),
    ),
  ),
);

/** What an error code of Better Auth's means, whether an API answers it or a redirect; undefined for any other. */
export function meaningOfCode(code: unknown): CodeMeaning | undefined {
  return typeof code === 'string' ? MEANINGS.get(code) : undefined;
}
