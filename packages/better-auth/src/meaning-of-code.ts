import type { CodeMeaning } from './code-meaning';
import { ERROR_CODES } from './codes/error-codes';
import { REDIRECT_CODES } from './redirect-codes';

const MEANINGS: ReadonlyMap<string, CodeMeaning> = new Map<string, CodeMeaning>([
  ...Object.entries(ERROR_CODES),
  ...Object.entries(REDIRECT_CODES).flatMap(([meaning, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, meaning as keyof typeof REDIRECT_CODES] as const),
  ),
]);

/** What an error code of Better Auth's means, whether an API answers it or a redirect; undefined for any other. */
export function meaningOfCode(code: unknown): CodeMeaning | undefined {
  return typeof code === 'string' ? MEANINGS.get(code) : undefined;
}
