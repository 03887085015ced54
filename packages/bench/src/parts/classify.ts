import { categorizeAuthError } from '@authmeter/core';
import { readErrorCorpus, rebuildError } from '@authmeter/testkit';
import { interleave, type Variant } from '../measure/interleave';
import { median } from '../measure/statistics';
import type { Part } from './part';

const CODED = 'an error with a code';
const CHAIN = 'the third of a chain';
/** A micro-second, in nanoseconds: the goals are absolute, as what they are compared with is a request. */
const MICROSECOND = 1000;
/** How often each entry of the corpus is read. */
const READINGS = 200;

function coded(code: string, cause?: unknown): Error {
  return Object.assign(new Error('of the library'), { code }, cause === undefined ? {} : { cause });
}

/** Fresh errors, because answers are remembered by error object. */
function categorizeFresh(name: string, create: () => unknown): Variant {
  return { name, run: () => categorizeAuthError(create()) };
}

/** What making the error costs, to be taken off. */
function createOnly(name: string, create: () => unknown): Variant {
  return { name: `${name}, made only`, run: create };
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
  measure: async (effort) => {
    const createCoded = () => coded('ERR_JWT_EXPIRED');
    const createChain = () => coded('ERR_OUTER', coded('ERR_MIDDLE', coded('ECONNREFUSED')));
    const times = await interleave(
      [
        categorizeFresh(CODED, createCoded),
        createOnly(CODED, createCoded),
        categorizeFresh(CHAIN, createChain),
        createOnly(CHAIN, createChain),
      ],
      effort,
    );
    const net = (name: string) =>
      median(times.get(name) ?? []) - median(times.get(`${name}, made only`) ?? []);
    const worst = worstOfCorpus();
    const figure = (nanoseconds: number) => `${(nanoseconds / MICROSECOND).toFixed(2)} µs`;
    return {
      rows: [
        { what: CODED, figure: figure(net(CODED)) },
        { what: CHAIN, figure: figure(net(CHAIN)) },
        { what: 'the slowest of the corpus of 593 real errors', figure: figure(worst) },
      ],
      ratios: {
        'classify coded µs': net(CODED) / MICROSECOND,
        'classify chain µs': net(CHAIN) / MICROSECOND,
        'classify worst µs': worst / MICROSECOND,
      },
      spread: 0,
    };
  },
};
