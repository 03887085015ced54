import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from './security-headers';

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** The body again, compressed with gzip. */
  readonly compressed?: Buffer | undefined;
}

/** Sends an answer, compressed if the other side takes that. Never throws. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const { status, headers, body = '', compressed } = answer;
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const sent = takesGzip && compressed !== undefined ? compressed : body;
  const isEmpty = status === 304;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    ...(compressed === undefined ? {} : { Vary: 'Accept-Encoding' }),
    ...(sent === compressed ? { 'Content-Encoding': 'gzip' } : {}),
    ...(isEmpty ? {} : { 'Content-Length': Buffer.byteLength(sent) }),
  });
  response.end(request.method === 'HEAD' || isEmpty ? undefined : sent);
}

/** A short text. */
export function textAnswer(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
    body: text,
  };
}
