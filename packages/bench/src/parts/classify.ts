import { categorizeAuthError } from '@authmeter/core';
import { readErrorCorpus, rebuildError } from '@authmeter/testkit';
import type { Effort } from '../measure/interleave';
import { median } from '../measure/statistics';
import type { Part } from './part';

const CODED = 'an error with a code';
const CHAIN = 'the third of a chain';
/** A micro-second, in nanoseconds: the goals are absolute, as what they are compared with is a request. */
const MICROSECOND = 1000;
/** Errors in a batch, and batches for each millisecond and round that other measurements take. */
const BATCH = 64;
const BATCHES_PER_MILLISECOND = 3;
const WARM_UP_BATCHES = 150;
/** How often each entry of the corpus is read. */
const READINGS = 200;

function withCode(code: string, cause?: unknown): Error {
  return Object.assign(new Error('of the library'), { code }, cause === undefined ? {} : { cause });
}

/**
 * Nanoseconds to categorise one of the errors of each kind: the median of many batches, the kinds in turn. A batch is made
 * before it is timed, because making an error costs several times as much.
 */
function timeBatches(makers: readonly (() => unknown)[], { rounds, milliseconds }: Effort) {
  const times = makers.map(() => [] as number[]);
  const batches = rounds * milliseconds * BATCHES_PER_MILLISECOND;
  for (let batch = 0; batch < WARM_UP_BATCHES + batches; batch += 1) {
    for (const [kind, create] of makers.entries()) {
      const time = timeBatch(Array.from({ length: BATCH }, create));
      if (batch >= WARM_UP_BATCHES) times[kind]?.push(time);
    }
  }
  return times.map(median);
}

function timeBatch(errors: readonly unknown[]): number {
  const start = process.hrtime.bigint();
  for (const error of errors) categorizeAuthError(error);
  return Number(process.hrtime.bigint() - start) / errors.length;
}

/** The largest of the medians, by entry: each error is made beforehand and read once. */
function worstOfCorpus(): number {
  const medians = readErrorCorpus().map((entry) => {
    const errors = Array.from({ length: READINGS }, () => rebuildError(entry));
    const times = errors.map((error) => {
      const startedAt = process.hrtime.bigint();
      categorizeAuthError(error);
      return Number(process.hrtime.bigint() - startedAt);
    });
    // The first readings of a shape are those of cold code.
    return median(times.slice(READINGS / 4));
  });
  return Math.max(...medians);
}

/** What it costs to find out why. */
export const CLASSIFY: Part = {
  name: 'classify',
  title: 'An error, categorised',
  measure: (effort) => {
    const createCoded = () => withCode('ERR_JWT_EXPIRED');
    const createChain = () =>
      withCode('ERR_OUTER', withCode('ERR_MIDDLE', withCode('ECONNREFUSED')));
    const [coded = Number.NaN, chain = Number.NaN] = timeBatches(
      [createCoded, createChain],
      effort,
    );
    const worst = worstOfCorpus();
    const figure = (nanoseconds: number) => `${(nanoseconds / MICROSECOND).toFixed(2)} µs`;
    return Promise.resolve({
      rows: [
        { what: CODED, figure: figure(coded) },
        { what: CHAIN, figure: figure(chain) },
        { what: 'the slowest of the corpus of 593 real errors', figure: figure(worst) },
      ],
      ratios: {
        'classify coded µs': coded / MICROSECOND,
        'classify chain µs': chain / MICROSECOND,
        'classify worst µs': worst / MICROSECOND,
      },
      spread: 0,
    });
  },
};
