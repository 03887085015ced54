import { AUTH_ERROR_TYPES, ERROR_TYPE_DEFINITIONS } from '../conventions';
import type { AuthErrorType } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';

const CATEGORIES: ReadonlyMap<string, AuthErrorCategory> = new Map(
  AUTH_ERROR_TYPES.map((errorType) => [errorType, createCategory(errorType)]),
);
const UNKNOWN = createCategory('unknown');

/** The category of an error type: always the same frozen object. Never throws. */
export function categoryOf(errorType: AuthErrorType): AuthErrorCategory {
  return CATEGORIES.get(errorType) ?? UNKNOWN;
}

/** Whether a value is one of the closed list of error types. */
export function isAuthErrorType(value: unknown): value is AuthErrorType {
  return typeof value === 'string' && CATEGORIES.has(value);
}

function createCategory(errorType: AuthErrorType): AuthErrorCategory {
  const { reason, fault } = ERROR_TYPE_DEFINITIONS[errorType];
  return Object.freeze({ errorType, reason, fault });
}
