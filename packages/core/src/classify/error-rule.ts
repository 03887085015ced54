import { types } from 'node:util';
import type { AuthErrorType } from '../conventions';
import { isAuthErrorType } from './auth-error-category';
import { readStatus } from './read-status';
import { cutText, readConstructorName, readField, readText } from './safe-read';

/** A safe copy of what an error says of itself. Absent: not there, of another type, or unreadable. */
export interface AuthErrorView {
  readonly code?: string | number;
  readonly name?: string;
  readonly constructorName?: string;
  /** Cut to 512 characters. May hold what a caller sent: compare, never export. */
  readonly message?: string;
  /** HTTP status, 100 to 599. */
  readonly status?: number;
  /** OAuth's `error` value. */
  readonly oauthError?: string;
}

/**
 * A host's own rule, asked before the built-in ones about the error and then about each of its causes.
 * Answers a type, or undefined to leave the question to others. One that throws, or answers what is
 * no type, counts as silent.
 */
export type AuthErrorRule = (error: AuthErrorView) => AuthErrorType | undefined;

/** The first answer of a list of rules; failures of rules are reported, never thrown. */
export function askRules(
  rules: readonly AuthErrorRule[],
  error: unknown,
  onRuleFailure: (() => void) | undefined,
): AuthErrorType | undefined {
  const view = viewError(error);
  for (const rule of rules) {
    try {
      const answer: unknown = rule(view);
      if (isAuthErrorType(answer)) return answer;
      if (answer === undefined) continue;
      reportFailure(onRuleFailure);
      // An asynchronous rule is a mistake; a rejection of it would end the process.
      if (types.isPromise(answer)) answer.catch(() => undefined);
    } catch {
      reportFailure(onRuleFailure);
    }
  }
  return undefined;
}

function reportFailure(onRuleFailure: (() => void) | undefined): void {
  try {
    onRuleFailure?.();
  } catch {
    // Whoever counts failures must not cause one.
  }
}

function viewError(error: unknown): AuthErrorView {
  if (typeof error === 'string') return Object.freeze({ message: cutText(error) });
  if (typeof error !== 'object' || error === null) return Object.freeze({});
  const code = readField(error, 'code');
  const view = {
    code: typeof code === 'number' ? code : readText(error, 'code'),
    name: readText(error, 'name'),
    constructorName: readConstructorName(error),
    message: readText(error, 'message'),
    status: readStatus(error),
    oauthError: readText(error, 'error'),
  };
  const present = Object.entries(view).filter(([, value]) => value !== undefined);
  return Object.freeze(Object.fromEntries(present) as AuthErrorView);
}
