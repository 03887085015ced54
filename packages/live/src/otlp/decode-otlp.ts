import type { Type } from 'protobufjs';
import type { OtlpRequest } from './otlp-request';
import { OTLP_EXPORT, OTLP_SCHEMA } from './otlp-schema';

/** The encodings of OTLP over HTTP, by media type. */
const DECODERS: Readonly<Record<string, (body: Buffer) => Promise<unknown>>> = {
  'application/json': (body) => Promise.resolve(JSON.parse(body.toString('utf8'))),
  'application/x-protobuf': decodeProtobuf,
};

/** Whether bodies of a media type can be read. */
export function isOtlpType(mediaType: string): boolean {
  return Object.hasOwn(DECODERS, mediaType);
}

/**
 * Reads an export.
 *
 * @param mediaType One that `isOtlpType` knows.
 * Rejects when the body is not what it says.
 */
export async function decodeOtlp(mediaType: string, body: Buffer): Promise<OtlpRequest> {
  const decoded = await DECODERS[mediaType]?.(body);
  if (typeof decoded !== 'object' || decoded === null) throw new TypeError('no export of metrics');
  return decoded;
}

let message: Promise<Type> | undefined;

async function decodeProtobuf(body: Buffer): Promise<unknown> {
  message ??= loadMessage();
  const type = await message;
  return type.toObject(type.decode(body), { longs: Number });
}

/** Only when the first such body arrives: most hosts never need it. */
async function loadMessage(): Promise<Type> {
  const { default: protobuf } = await import('protobufjs/light.js');
  return protobuf.Root.fromJSON(OTLP_SCHEMA).lookupType(OTLP_EXPORT);
}
