import type { ExecutionContext } from '@nestjs/common';
import { exchangeInProgress } from '@authmeter/core';

const UNAUTHORIZED = 401;

/** What passport told a guard before the guard made one bare exception of it. */
export interface HeardRefusal {
  readonly error: unknown;
  readonly info: unknown;
  readonly status: unknown;
}

const heard = new WeakMap<ExecutionContext, HeardRefusal>();

/** Forgets what an earlier guard of the same handler heard. */
export function forgetRefusal(context: ExecutionContext): void {
  heard.delete(context);
}

/** What was heard, if anything. */
export function heardRefusal(context: ExecutionContext): HeardRefusal | undefined {
  return heard.get(context);
}

/** Keeps what passport's guard is told in `handleRequest`, unless it was told of a user. */
export function hearRefusal([error, user, info, context, status]: readonly unknown[]): void {
  const isOver = typeof context !== 'object' || context === null || Boolean(user);
  if (!isOver) heard.set(context as ExecutionContext, { error, info, status });
}

/** Tells the exchange in progress why the guard is about to refuse. */
export function tellRefusal(context: ExecutionContext): void {
  const refusal = heard.get(context);
  if (refusal === undefined) return;
  const { error, info, status } = refusal;
  const hints = { info, status: typeof status === 'number' ? status : UNAUTHORIZED };
  const isError = error !== undefined && error !== null;
  const exchange = exchangeInProgress();
  exchange?.recorder.guard('adapter', () => {
    exchange.refuse(isError ? { error, hints } : { hints });
  });
}
