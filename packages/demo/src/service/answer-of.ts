import { STATUS_CODES } from 'node:http';
import { JsonWebTokenError } from 'jsonwebtoken';

const UNAUTHORIZED = 401;
const INTERNAL_SERVER_ERROR = 500;

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
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : INTERNAL_SERVER_ERROR;
}
