import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler } from 'express';
import { JsonWebTokenError } from 'jsonwebtoken';

const UNAUTHORIZED = 401;
const INTERNAL_SERVER_ERROR = 500;

/** Answers every error with its status and nothing else: a caller must not learn which half of a login was wrong. */
export const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = statusOf(error);
  response.status(status).json({ error: STATUS_CODES[status] });
};

function statusOf(error: unknown): number {
  if (error instanceof JsonWebTokenError) return UNAUTHORIZED;
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : INTERNAL_SERVER_ERROR;
}
