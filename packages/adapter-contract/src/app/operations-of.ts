import type { OperationRoutes, RouteOperation } from '@authmeter/core';
import type { ContractAnswer, ContractRoute } from './contract-route';

/**
 * The route table for the adapter's own middleware.
 *
 * @param answerOf Reads what was answered from the framework's response.
 */
export function operationsOf<Request, Response>(
  routes: readonly ContractRoute[],
  answerOf: (response: Response) => ContractAnswer,
): OperationRoutes<Request, Response> {
  const entries = routes.flatMap(({ method, path, operation: declared }) => {
    if (declared === undefined) return [];
    const { operation, judge } = declared;
    const row: RouteOperation<Request, Response> = {
      operation,
      ...(judge && { outcome: (_: Request, response: Response) => judge(answerOf(response)) }),
    };
    return [[`${method} ${path}`, row] as const];
  });
  return Object.fromEntries(entries);
}
