import type { AuthErrorType } from '@authmeter/core/conventions';
import { readField } from './hook-context';
import { meaningOfCode } from './meaning-of-code';

/** How a call of an endpoint ended. */
export type CallEnding =
  | { readonly kind: 'success' }
  /** One more step is wanted before anything is decided: a second factor, or patience. */
  | { readonly kind: 'pending'; readonly factors?: readonly unknown[] }
  | CallFailure;

/** A call that failed; without a type where no code tells it. */
export interface CallFailure {
  readonly kind: 'failure';
  readonly error?: unknown;
  readonly errorType?: AuthErrorType;
  /** Whether it is about something else than authentication. */
  readonly isBeside: boolean;
  /** The status that it is answered with, unless it is told by a redirect. */
  readonly status?: number;
}

const SUCCESS: CallEnding = { kind: 'success' };
const FIRST_ERROR_STATUS = 400;
/** A device that polls is told to wait by an error. Source: RFC 8628, section 3.5. */
const WAITING = 'authorization_pending';

/** Reads what an endpoint returned, or the error that Better Auth made of what it threw. Never throws. */
export function readCall(returned: unknown): CallEnding {
  const status = readField(returned, 'statusCode');
  if (returned instanceof Error && typeof status === 'number')
    return readApiError(returned, status);
  if (readField(returned, 'twoFactorRedirect') === true) {
    const factors = readField(returned, 'twoFactorMethods');
    return { kind: 'pending', factors: Array.isArray(factors) ? factors : [] };
  }
  return SUCCESS;
}

/** A redirect is thrown too: it is flow control, and says by its target whether something failed. */
function readApiError(error: Error, status: number): CallEnding {
  if (status < FIRST_ERROR_STATUS) return readRedirect(readField(error, 'headers'));
  const body = readField(error, 'body');
  if (readField(body, 'error') === WAITING) return { kind: 'pending' };
  return { ...failureOfCode(readField(body, 'code')), error, status };
}

/** Reads from its target whether what redirects has failed; without a target it has not. */
export function readRedirect(headers: unknown): CallEnding {
  const location = headers instanceof Headers ? headers.get('location') : null;
  const query = location?.split('?', 2)[1]?.split('#', 1)[0];
  const code = new URLSearchParams(query).get('error');
  return code === null ? SUCCESS : failureOfCode(code);
}

/** The failure that a code tells. */
export function failureOfCode(code: unknown): CallFailure {
  const meaning = meaningOfCode(code);
  if (meaning === undefined) return { kind: 'failure', isBeside: false };
  if (meaning === 'beside') return { kind: 'failure', isBeside: true };
  return { kind: 'failure', isBeside: false, errorType: meaning };
}

/** A failed call as an observation or an operation takes it; about something else, it has no known cause. */
export function judgementOf({ error, errorType, isBeside }: CallFailure) {
  const known = isBeside ? 'unknown' : errorType;
  if (known !== undefined) return { outcome: 'failure', errorType: known } as const;
  return { outcome: 'failure', ...(error === undefined ? {} : { error }) } as const;
}
