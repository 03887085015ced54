import { STATUS_CODES } from 'node:http';
import { JsonWebTokenError } from 'jsonwebtoken';

const UNAUTHORIZED = 401;
const INTERNAL_SERVER_ERROR = 500;
/** Of every error of jose, which is loaded only where it is needed. */
const JOSE_CODE = /^ERR_(JOSE|JW[A-Z]+)_/;

/** How an error is answered. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: { readonly error: string | undefined };
}

/** Its status and nothing else: a caller must not learn which half of a login was wrong. */
export function answerOf(error: unknown): ErrorAnswer {
  const status = statusOf(error);
  return { status, body: { error: STATUS_CODES[status] } };
}

function statusOf(error: unknown): number {
  if (error instanceof JsonWebTokenError) return UNAUTHORIZED;
  if (!(error instanceof Error)) return INTERNAL_SERVER_ERROR;
  if ('code' in error && JOSE_CODE.test(String(error.code))) return UNAUTHORIZED;
  const status = 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : INTERNAL_SERVER_ERROR;
}
