import { createAuthMeter } from '@authmeter/core';
import { interleave, type Variant } from '../measure/interleave';
import { median } from '../measure/statistics';
import { walkAttempts } from '../workload/attempts';
import type { Part } from './part';

const ATTEMPT = 'a whole attempt, no SDK registered';
const WALK = 'the walk over the attempts alone';

function record(): Variant {
  const meter = createAuthMeter();
  const next = walkAttempts();
  return {
    name: ATTEMPT,
    run: () => {
      const { errorType, method } = next();
      if (errorType === undefined) {
        meter.record({ kind: 'attempt', outcome: 'success', method, durationSeconds: 0.01 });
      } else {
        meter.record({ kind: 'attempt', outcome: 'failure', errorType, method });
      }
    },
  };
}

/** What a library that brings Authmeter costs a host that has no SDK. */
export const NO_SDK: Part = {
  name: 'no-sdk',
  title: 'No SDK registered',
  measure: async (effort) => {
    const next = walkAttempts();
    const times = await interleave([record(), { name: WALK, run: next }], effort);
    const net = median(times.get(ATTEMPT) ?? []) - median(times.get(WALK) ?? []);
    return {
      rows: [{ what: ATTEMPT, figure: `${net.toFixed(1)} ns` }],
      ratios: { 'no SDK ns': net },
      spread: 0,
    };
  },
};
