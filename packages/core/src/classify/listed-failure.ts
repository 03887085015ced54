import { AUTH_ERROR_TYPES } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import { categoryOf } from './auth-error-category';

/** Why something failed, with its place in the list: tables find its cell without looking it up again. */
export interface ListedFailure extends AuthErrorCategory {
  readonly category: AuthErrorCategory;
  /** Where its error type stands in AUTH_ERROR_TYPES, from 0. */
  readonly index: number;
}

const LISTED: ReadonlyMap<unknown, ListedFailure> = new Map(
  AUTH_ERROR_TYPES.map((errorType, index) => {
    const category = categoryOf(errorType);
    return [errorType, Object.freeze({ ...category, category, index })];
  }),
);

/** The failure of an error type, always the same frozen object; undefined for anything else. Never throws. */
export function listedFailure(errorType: unknown): ListedFailure | undefined {
  return LISTED.get(errorType);
}
