import { measureTurnwise } from '../src/measure/turnwise';

describe('measuring in bursts', () => {
  it('times every variant in every round, in turns of 256 calls, and lets each finish', async () => {
    const calls = { first: 0, second: 0 };
    const settled: string[] = [];
    const variant = (name: 'first' | 'second') => ({
      name,
      call: () => {
        calls[name] += 1;
      },
      settle: () => {
        settled.push(name);
        return Promise.resolve();
      },
    });

    const { inCall, inAll } = await measureTurnwise([variant('first'), variant('second')], {
      rounds: 3,
      milliseconds: 1,
    });

    expect(settled).toEqual(['first', 'second', 'second', 'first', 'first', 'second']);
    expect([calls.first % 256, calls.second % 256]).toEqual([0, 0]);
    for (const times of [inCall, inAll]) {
      expect([...times].map(([name, values]) => [name, values.length])).toEqual([
        ['first', 3],
        ['second', 3],
      ]);
    }
    expect(inCall.get('first')?.every((nanoseconds) => nanoseconds > 0)).toBe(true);
  });
});
