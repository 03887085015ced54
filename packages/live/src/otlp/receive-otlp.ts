import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf } from '@authmeter/core';
import type { Gate } from '../http/gate';
import { send, textAnswer, type Answer } from '../http/send';
import { decodeOtlp, isOtlpType } from './decode-otlp';
import type { OtlpRequest } from './otlp-request';
import { BodyTooLargeError, readBody } from './read-body';

const METRICS_PATH = '/v1/metrics';
/** SDKs that are pointed here send these too. They are accepted and dropped, so that nobody's log fills with errors. */
const DROPPED_PATHS: readonly string[] = ['/v1/traces', '/v1/logs'];

/** Whether a request brings telemetry. */
export function isExport({ method }: IncomingMessage, path: string): boolean {
  return method === 'POST' && (path === METRICS_PATH || DROPPED_PATHS.includes(path));
}

/** Receives an export and answers it. Never rejects. */
export async function receiveExport(
  request: IncomingMessage,
  response: ServerResponse,
  judge: Gate,
  take: (taken: OtlpRequest) => void,
): Promise<void> {
  send(request, response, await answerExport(request, judge, take));
}

async function answerExport(
  request: IncomingMessage,
  judge: Gate,
  take: (taken: OtlpRequest) => void,
): Promise<Answer> {
  const refusal = await judge(request, request, false);
  if (refusal !== undefined) return textAnswer(refusal.status, refusal.text);
  const mediaType =
    (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  // Pages of other sites can send neither of the two without being asked first.
  if (!isOtlpType(mediaType)) {
    return textAnswer(415, 'OTLP over HTTP: application/json or application/x-protobuf\n');
  }
  try {
    const body = await readBody(request);
    if (pathOf(request) === METRICS_PATH) take(await decodeOtlp(mediaType, body));
  } catch (error) {
    return error instanceof BodyTooLargeError
      ? textAnswer(413, 'The export is too large\n', { Connection: 'close' })
      : textAnswer(400, 'The export cannot be read\n');
  }
  // An empty message says that everything was taken.
  const answer = mediaType === 'application/json' ? '{}' : '';
  return { status: 200, headers: { 'Content-Type': mediaType }, body: answer };
}
