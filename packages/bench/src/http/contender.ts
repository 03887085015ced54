import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { JwtPayload } from 'jsonwebtoken';
import type { HandMade } from './recorders';
import { promClient, rawOpenTelemetry, wholeOpenTelemetry } from './recorders';

/** The ways to measure that are compared; `again` is `none` once more, for the error of the method. */
export const CONTENDERS = ['none', 'again', 'raw', 'prom', 'whole', 'ours'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** A framework: an application with one guarded route, measured in one of the ways. */
export type CreateListener = (contender: Contender) => Promise<RequestListener> | RequestListener;

/** What a host would have written by hand; undefined where it measures nothing or uses Authmeter. */
export function handMadeOf(contender: Contender): HandMade | undefined {
  if (contender === 'raw') return rawOpenTelemetry();
  if (contender === 'whole') return wholeOpenTelemetry();
  return contender === 'prom' ? promClient() : undefined;
}

/** Times a request and counts it when its response is done. */
export function timeByHand(
  handMade: HandMade,
  response: ServerResponse,
  claimsOf: () => JwtPayload | undefined,
): void {
  const startedAt = performance.now();
  const address = response.req.socket.remoteAddress;
  response.once('finish', () => {
    const seconds = (performance.now() - startedAt) / 1000;
    handMade.count({ status: response.statusCode, seconds, claims: claimsOf(), address });
  });
}

/** A request that remembers whose token it carried. */
export type GuardedRequest = IncomingMessage & { auth?: JwtPayload };
