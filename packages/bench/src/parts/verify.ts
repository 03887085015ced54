import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { AuthInstrumentation } from '@authmeter/instrumentation';
import { createMetricsHarness } from '@authmeter/testkit';
import { sign, type verify } from 'jsonwebtoken';
import { measureInBlocks } from '../measure/in-blocks';
import { ratioOf, spreadOf, type Times, type Variant } from '../measure/interleave';
import { nanosecondRows } from '../report/nanosecond-rows';
import type { Part } from './part';

/** A power of two, so that the next one is found with a mask. */
const TOKENS = 64;
/**
 * How deep in calls a handler stands at least. For a secret that is a string the library throws and catches inside, and
 * V8 writes at most ten frames down: called from nowhere, the frame of the patch would be one more.
 */
const DEPTH = 12;
/** So few that the hand-over of durations to the SDK falls into few blocks, which a median leaves out. */
const FEW_CALLS = 4;
/** So many that each block has one hand-over. */
const MANY_CALLS = 128;

const BARE = 'jsonwebtoken verify';
const BARE_AGAIN = 'jsonwebtoken verify, again';
const PATCHED = 'verify, patched';

type Verify = typeof verify;

/** Each call gives what the library exports at that time. */
function loadVerify(): Verify {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- patched when it is required, not imported before
  return (require('jsonwebtoken') as { verify: Verify }).verify;
}

/** The same function, bare and patched. What the patch does is up to the instrumentation that is enabled. */
function loadBoth(): { bare: Verify; patched: Verify } {
  const bare = loadVerify();
  const instrumentation = new AuthInstrumentation();
  const patched = loadVerify();
  instrumentation.disable();
  if (patched === bare) throw new Error('jsonwebtoken was not patched');
  return { bare, patched };
}

/** Measures while an instrumentation is enabled that records for one reader. */
function whileObserved<Result>(spans: boolean, measure: () => Result): Result {
  const { meterProvider } = createMetricsHarness();
  const instrumentation = new AuthInstrumentation({ spans, meterOptions: { meterProvider } });
  try {
    return measure();
  } finally {
    instrumentation.disable();
  }
}

function callFromDepth(depth: number, call: () => unknown): unknown {
  const result = depth === 0 ? call() : callFromDepth(depth - 1, call);
  return result;
}

function verifyAll(name: string, check: Verify, key: string | KeyObject): Variant {
  const secret = typeof key === 'string' ? key : key.export();
  const tokens = Array.from({ length: TOKENS }, (_, index) =>
    sign({ sub: `account-${String(index)}`, role: 'user' }, secret, { expiresIn: 3600 }),
  );
  let position = 0;
  const call = () => {
    position = (position + 1) & (TOKENS - 1);
    return check(tokens[position] as string, key);
  };
  return { name, run: () => callFromDepth(DEPTH, call) };
}

/** What a patched library costs where it is called most. */
export const VERIFY: Part = {
  name: 'verify',
  title: 'A token verified with HS256 by a patched jsonwebtoken',
  measure: (effort) => {
    const { bare, patched } = loadBoth();
    const compare = (key: string | KeyObject, calls: number): Times =>
      measureInBlocks(
        [
          verifyAll(BARE, bare, key),
          verifyAll(PATCHED, patched, key),
          verifyAll(BARE_AGAIN, bare, key),
        ],
        effort,
        calls,
      );
    const secret = randomBytes(32).toString('hex');
    const key = createSecretKey(randomBytes(32));
    const [times, inAll, withKey] = whileObserved(
      false,
      () =>
        [compare(secret, FEW_CALLS), compare(secret, MANY_CALLS), compare(key, FEW_CALLS)] as const,
    );
    const withSpans = whileObserved(true, () => compare(secret, FEW_CALLS));
    return Promise.resolve({
      rows: [
        ...rowsOf(times, 'secret is a string'),
        ...rowsOf(inAll, 'the same, hand-over to the SDK included'),
        ...rowsOf(withSpans, 'the same, and spans are told'),
        ...rowsOf(withKey, 'secret is a KeyObject'),
      ],
      ratios: {
        'verify patched/bare': ratioOf(times, PATCHED, BARE),
        'verify patched/bare in all': ratioOf(inAll, PATCHED, BARE),
        'verify patched/bare with spans': ratioOf(withSpans, PATCHED, BARE),
        'verify key patched/bare': ratioOf(withKey, PATCHED, BARE),
      },
      spread: spreadOf(times, BARE, BARE_AGAIN),
    });
  },
};

function rowsOf(times: Times, circumstance: string) {
  return nanosecondRows(times, BARE).map((row) => ({
    ...row,
    what: `${row.what}; ${circumstance}`,
  }));
}
