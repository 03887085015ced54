import type { AuthOperation } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import { moreTelling } from './more-telling';

/** What an exchange was told last of what went on inside it. */
export interface InnerFinding {
  readonly innerFailure: AuthErrorCategory | undefined;
  readonly innerOperation: AuthOperation | undefined;
}

/** Whether how an inner operation ended, well or with a failure, takes the place of what was found before. */
export function outdates(
  { innerFailure, innerOperation }: InnerFinding,
  failure: AuthErrorCategory | undefined,
  operation: AuthOperation,
): boolean {
  if (innerFailure === undefined) return true;
  // Only another try of the same kind makes a failure good.
  if (failure === undefined) return operation === innerOperation;
  // What wraps a failure says the same, or often no more than that there was one.
  return (
    failure.errorType !== innerFailure.errorType && moreTelling(failure, innerFailure) === failure
  );
}
