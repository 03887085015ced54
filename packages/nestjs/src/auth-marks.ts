import type { ExecutionContext } from '@nestjs/common';
import type { AuthExchange, AuthMethodName } from '@authmeter/core';
import { AUTH_MARK } from './auth-metrics.constants';
import type { NestOperation } from './auth-metrics.decorator';
import type { NestParts } from './request-parts';

/** What the decorators say of a handler; its own word outranks that of its controller. */
export interface AuthMarks {
  readonly isSkipped: boolean;
  readonly method: AuthMethodName | undefined;
  readonly operation: NestOperation | undefined;
}

/** Looking up metadata takes longer than all the rest; what decorators say does not change. */
const known = new WeakMap<object, WeakMap<object, AuthMarks>>();

/** What the decorators say of the handler that a guard stands before. */
export function authMarksOf(context: ExecutionContext): AuthMarks {
  const controller = context.getClass();
  const handler = context.getHandler();
  return known.get(controller)?.get(handler) ?? learnMarks(controller, handler);
}

function learnMarks(controller: object, handler: object): AuthMarks {
  const marks = readMarks([handler, controller]);
  const ofController = known.get(controller) ?? new WeakMap<object, AuthMarks>();
  known.set(controller, ofController.set(handler, marks));
  return marks;
}

function readMarks(places: readonly object[]): AuthMarks {
  const read = <Value>(mark: symbol): Value | undefined =>
    places
      .map((place) => Reflect.getMetadata(mark, place) as Value | undefined)
      .find((value) => value !== undefined);
  return {
    isSkipped: read<boolean>(AUTH_MARK.skip) ?? false,
    method: read(AUTH_MARK.method),
    operation: read(AUTH_MARK.operation),
  };
}

/** Several guards stand before one handler; its answer is judged once. */
const judged = new WeakSet<AuthExchange>();

/** Tells the exchange of a request what the decorators say. */
export function applyAuthMarks(
  { isSkipped, method, operation: declared }: AuthMarks,
  exchange: AuthExchange,
  { request, response, answer }: NestParts,
): void {
  if (isSkipped) {
    exchange.abandon();
    return;
  }
  if (method !== undefined) exchange.learn({ method });
  if (declared === undefined) return;
  const { outcome, ...operation } = declared;
  exchange.declare(operation);
  if (outcome === undefined || judged.has(exchange)) return;
  judged.add(exchange);
  // In front of the listener that settles.
  answer.prependListener('close', () => {
    const { recorder } = exchange;
    const judgement = recorder.guard('adapter', () => outcome(request, response));
    if (judgement !== undefined) exchange.leave(operation.operation, judgement);
  });
}
