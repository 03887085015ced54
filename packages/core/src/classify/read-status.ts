import { readField } from './safe-read';

/** The HTTP status that an error carries: an integer from 100 to 599, else undefined. Never throws. */
export function readStatus(error: unknown): number | undefined {
  return readOwnStatus(error) ?? readHeldStatus(error);
}

/** The status that stands in an error itself: http-errors, Fastify, fetch. Never throws. */
export function readOwnStatus(error: unknown): number | undefined {
  return readNumber(error, 'status') ?? readNumber(error, 'statusCode');
}

/** The status that an error keeps in `output`, as Boom does, or in `$metadata`, as AWS does. Never throws. */
export function readHeldStatus(error: unknown): number | undefined {
  return (
    readNumber(readField(error, 'output'), 'statusCode') ??
    readNumber(readField(error, '$metadata'), 'httpStatusCode')
  );
}

function readNumber(holder: unknown, key: string): number | undefined {
  const status = readField(holder, key);
  return isStatus(status) ? status : undefined;
}

/** Whether a value can be the status of an HTTP response. */
export function isStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599;
}
