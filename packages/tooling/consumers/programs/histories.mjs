// Plays random histories of observations, collections, and providers that come, go, are replaced and shut down, each to
// the meter as it is, and again to what must export the same: ordinary instruments of the SDK for what a few lines of code
// can record by hand, and a meter that records everything at once. Arguments: how many histories, and the seed.
import assert from 'node:assert/strict';
import { createAuthMeter } from '@authmeter/core';
import fc from 'fast-check';
import { histories } from './histories/histories.mjs';
import { createPlainRecorder, isPlain, PLAIN_METRICS } from './histories/plain-recorder.mjs';
import { play } from './histories/play.mjs';

const [, , runs = '150', seed = '1'] = process.argv;
const parameters = { numRuns: Number(runs), seed: Number(seed) };
/** Nothing of a history depends on the time that it takes. */
const CLOCK = { epochMilliseconds: () => 1_700_000_000_000, monotonicMilliseconds: () => 0 };
const OPTIONS = { clock: CLOCK, userIdKey: 'a key of these histories', providers: ['github'] };

const createMeter = (recording) => () => createAuthMeter({ ...OPTIONS, recording });

let steps = 0;
let exported = 0;

/** Only what plain instruments can record, and only the metrics that they have. */
function plainPartOf({ setUp, steps }) {
  const plain = steps.map((step) => {
    return step.kind === 'record'
      ? { ...step, observations: step.observations.filter(isPlain) }
      : step;
  });
  return { setUp, steps: plain };
}

const onlyPlain = (exports) =>
  exports
    .map(({ exported, ...by }) => {
      return { ...by, exported: exported.filter(([name]) => PLAIN_METRICS.includes(name)) };
    })
    .filter(({ exported }) => exported.length > 0);

await fc.assert(
  fc.asyncProperty(histories, async (history) => {
    const measured = await play(history, createMeter('batched'));
    assert.deepEqual(measured, await play(history, createMeter('direct')));
    const plain = plainPartOf(history);
    assert.deepEqual(
      onlyPlain(await play(plain, createMeter('batched'))),
      onlyPlain(await play(plain, createPlainRecorder)),
    );
    steps += history.steps.length;
    exported += measured.flatMap((one) => one.exported).length;
  }),
  parameters,
);
// Histories in which nothing happens would all be equal.
assert.ok(steps > 5 * parameters.numRuns, `only ${steps} steps`);
assert.ok(exported > 20 * parameters.numRuns, `only ${exported} metrics`);
console.log(
  `${parameters.numRuns} histories of ${steps} steps, ${exported} exported metrics, all equal`,
);
