import { runTarget } from '../src/run-target';
import { defineTarget } from '../src/target';
import { TARGETS } from '../src/targets/targets';
import fc from 'fast-check';

/** A new one each day would make a red build that nobody can repeat. */
const SEED = 20_261_125;
/** Real requests are slower than calls. */
const INPUTS: Readonly<Record<string, number>> = {
  categorize: 4000,
  addresses: 4000,
  options: 800,
  'metrics-endpoint': 300,
};
const REQUESTS = 250;

describe('under hostile input', () => {
  it.each(TARGETS)(
    '$name: $promise',
    async (target) => {
      const inputs = INPUTS[target.name] ?? REQUESTS;
      const result = await runTarget(target, { inputs, milliseconds: 60_000, seed: SEED });

      expect(result).toEqual({ target: target.name, tried: inputs, broken: undefined });
    },
    90_000,
  );
});

describe('a run', () => {
  const target = defineTarget<number>({
    name: 'brittle',
    promise: 'no number is above 100',
    start: () =>
      Promise.resolve({
        inputs: fc.nat(),
        attempt: (input) => {
          if (input > 100) throw new Error('too large');
        },
      }),
  });

  it('shows what broke the promise, as small as it could be made', async () => {
    const { broken } = await runTarget(target, { inputs: 100, milliseconds: 10_000, seed: 1 });

    expect(broken).toContain('[101]');
  });
});
