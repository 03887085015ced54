import fc, { type Arbitrary } from 'fast-check';
import { readErrorCorpus, rebuildError } from '@authmeter/testkit';

function throwing(): never {
  throw new Error('a trap');
}

/** Keys that a classifier reads. */
const READ_KEYS = [
  'name',
  'code',
  'message',
  'status',
  'statusCode',
  'cause',
  'error',
  'errors',
  'reason',
  'inner',
  'errno',
  'response',
  'body',
  'type',
  'constructor',
  '__proto__',
  'toString',
];

/** A value that is made when it is asked for: fast-check itself would run into its traps. */
export type MakeValue = () => unknown;

const TRAPS: Arbitrary<MakeValue> = fc.constantFrom<MakeValue>(
  () => new Proxy({}, { get: throwing, has: throwing, getPrototypeOf: throwing }),
  () => Object.defineProperty(new Error('x'), 'code', { get: throwing }),
  () => Object.defineProperty(new Error('x'), 'cause', { get: throwing }),
  () => Object.create(null) as unknown,
  () => Object.freeze(new Error('frozen')),
  endless,
);

/** An error that is its own cause. */
function endless(): Error {
  const error: Error & { cause?: unknown } = new Error('endless');
  error.cause = { cause: error, errors: [error, error] };
  return error;
}

const TEXT: Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('jwt expired', 'invalid signature', 'ECONNREFUSED', 'a'.repeat(100_000)),
);

const LEAF: Arbitrary<MakeValue> = fc
  .oneof(
    TEXT,
    fc.double(),
    fc.bigInt(),
    fc.boolean(),
    fc.constantFrom<unknown>(undefined, null, Symbol('hostile'), throwing),
  )
  .map((value) => () => value);

/** Deeper than any real chain of causes. */
const DEEPEST = 6;
const DEPTH = fc.createDepthIdentifier();

/** What anybody may throw: errors of real libraries, parts of them, and values made to hurt. */
export const HOSTILE_VALUES: Arbitrary<MakeValue> = fc.letrec<{ value: MakeValue }>((tie) => {
  const parts = fc.dictionary(fc.constantFrom(...READ_KEYS), tie('value'), {
    maxKeys: 6,
    depthIdentifier: DEPTH,
  });
  return {
    value: fc.oneof(
      { maxDepth: DEEPEST, depthIdentifier: DEPTH, withCrossShrink: true },
      LEAF,
      TRAPS,
      fc.constantFrom(...readErrorCorpus()).map((entry) => () => rebuildError(entry)),
      fc.tuple(TEXT, parts).map(
        ([message, properties]) =>
          () =>
            withProperties(new Error(message), properties),
      ),
      parts.map((properties) => () => withProperties({}, properties)),
      fc
        .array(tie('value'), { maxLength: 4, depthIdentifier: DEPTH })
        .map((items) => () => items.map((make) => make())),
    ),
  };
}).value;

function withProperties(target: object, properties: Readonly<Record<string, MakeValue>>): object {
  for (const [key, make] of Object.entries(properties)) {
    Object.defineProperty(target, key, { value: make(), configurable: true, enumerable: true });
  }
  return target;
}
