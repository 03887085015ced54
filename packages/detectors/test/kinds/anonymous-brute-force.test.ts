import { createDetectingMeter, times } from '../detecting-meter';

const KEY_GUESS = {
  kind: 'attempt',
  method: 'api_key',
  outcome: 'failure',
  errorType: 'invalid_credentials',
  sourceAddress: '203.0.113.9',
} as const;

describe('brute force where no account is told', () => {
  it('is 50 failures of one source within five minutes, which names the source', () => {
    const { record, clock, told } = createDetectingMeter({ failureSpike: false });
    times(50, () => {
      record(KEY_GUESS);
      clock.advance(5000);
    });

    expect(told).toMatchObject([
      { kind: 'brute_force', source: '203.0.113.0', sources: 1, failedAttempts: 50 },
    ]);
    expect(told[0]).not.toHaveProperty('account');
  });

  it('is not found in a source that lets as many in', () => {
    const { record, lines } = createDetectingMeter({ failureSpike: false });
    times(200, (number) => {
      record(number % 3 === 0 ? KEY_GUESS : { ...KEY_GUESS, outcome: 'success' });
    });

    expect(lines()).toEqual([]);
  });

  it('is not found in several sources together', () => {
    const { record, lines } = createDetectingMeter({ failureSpike: false });
    times(90, (number) => {
      record({ ...KEY_GUESS, sourceAddress: `203.0.${String(number % 3)}.9` });
    });

    expect(lines()).toEqual([]);
  });
});
