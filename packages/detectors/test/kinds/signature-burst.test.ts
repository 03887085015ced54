import type { AuthErrorType } from '@authmeter/core/conventions';
import { createDetectingMeter, times } from '../detecting-meter';

function forged(sourceAddress: string, errorType: AuthErrorType = 'invalid_signature') {
  return { kind: 'attempt', method: 'jwt', outcome: 'failure', errorType, sourceAddress } as const;
}

describe('a burst of bad signatures', () => {
  it('is 30 forged tokens of one source within a minute', () => {
    const { record, clock, told } = createDetectingMeter();
    const types: AuthErrorType[] = ['invalid_signature', 'invalid_algorithm', 'unknown_key'];
    times(30, (number) => {
      record(forged('203.0.113.9', types[number % 3]));
      clock.advance(2000);
    });

    expect(told).toMatchObject([
      { kind: 'signature_burst', severity: 'warn', source: '203.0.113.0', failedAttempts: 30 },
    ]);
  });

  it('is 60 of many sources, where hardly any is usual', () => {
    const { record, clock, told } = createDetectingMeter();
    times(60, (number) => {
      record(forged(`203.0.${String(number)}.9`));
      clock.advance(1000);
    });

    expect(told).toMatchObject([{ kind: 'signature_burst', failedAttempts: 60 }]);
    expect(told[0]).not.toHaveProperty('source');
  });

  it('counts a validation by itself, and one inside a request once', () => {
    const { meter, record, clock, told } = createDetectingMeter();
    const errorType = 'invalid_signature';
    const validation = { kind: 'token_validation', outcome: 'failure', errorType } as const;
    times(29, () => {
      const request = {};
      const { exchange } = meter.openExchange(request, { sourceAddress: '203.0.113.9' });
      meter.record(validation, request);
      exchange.refuse({ errorType });
      exchange.end({ status: 401, credentialPresent: true });
      clock.advance(1000);
    });
    const before = told.length;
    record({ ...validation, sourceAddress: '203.0.113.9' });

    expect(before).toBe(0);
    expect(told).toMatchObject([{ kind: 'signature_burst', failedAttempts: 30 }]);
  });

  it('is not what always goes on', () => {
    const { record, clock, lines } = createDetectingMeter();
    // 80 a minute, for three hours: an old client that nobody updates. The first minutes are a burst.
    times(3 * 60 * 80, (number) => {
      record(forged(`203.0.${String(number % 100)}.9`));
      clock.advance(750);
    });

    expect(lines()).toEqual([
      expect.stringMatching(/^started signature_burst/),
      expect.stringMatching(/^ended signature_burst/),
    ]);
  });

  it.each(['expired_token', 'invalid_claims', 'missing_auth'] as const)(
    'is not made of %s',
    (errorType) => {
      const { record, lines } = createDetectingMeter();
      times(500, () => {
        record(forged('203.0.113.9', errorType));
      });

      expect(lines()).toEqual([]);
    },
  );
});
