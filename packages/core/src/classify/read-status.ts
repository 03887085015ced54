import { readField } from './safe-read';

/** Where libraries keep an HTTP status, most direct first: http-errors, Fastify, Boom, AWS, fetch. */
const STATUS_PATHS: readonly (readonly [holder: string | undefined, key: string])[] = [
  [undefined, 'status'],
  [undefined, 'statusCode'],
  ['output', 'statusCode'],
  ['$metadata', 'httpStatusCode'],
];

/** The HTTP status that an error carries: an integer from 100 to 599, else undefined. Never throws. */
export function readStatus(error: unknown): number | undefined {
  for (const [holder, key] of STATUS_PATHS) {
    const status = readField(holder === undefined ? error : readField(error, holder), key);
    if (isStatus(status)) return status;
  }
  return undefined;
}

/** Whether a value can be the status of an HTTP response. */
export function isStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599;
}
