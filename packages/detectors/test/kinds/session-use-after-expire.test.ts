import type { AuthObservation } from '@authmeter/core';
import type { EndCause } from '@authmeter/core/conventions';
import { createDetectingMeter, NOW_EPOCH_MILLISECONDS } from '../detecting-meter';

const HOME = '198.51.100.4';
const ELSEWHERE = '203.0.113.9';

function ended(cause: EndCause): AuthObservation {
  return { kind: 'session', change: 'ended', cause, sessionId: 's-1', sourceAddress: HOME };
}

function used(outcome: 'success' | 'failure', sourceAddress: string): AuthObservation {
  const cause = outcome === 'failure' ? ({ errorType: 'expired_token' } as const) : {};
  return { kind: 'attempt', method: 'session', outcome, ...cause, sessionId: 's-1', sourceAddress };
}

describe('the use of a session after its end', () => {
  it.each(['user', 'timeout', 'admin', 'password_change'] as const)(
    'is critical where it is accepted after %s',
    (cause) => {
      const { record, wait, told } = createDetectingMeter();
      record(ended(cause));
      wait(31);
      record(used('success', HOME));

      expect(told).toMatchObject([
        {
          kind: 'session_use_after_expire',
          severity: 'critical',
          failedAttempts: 0,
          subject: { sessionId: 's-1', sourceAddress: HOME },
        },
      ]);
    },
  );

  it.each(['user', 'rotation', 'reuse'] as const)(
    'is suspicious where it is refused after %s and comes from elsewhere',
    (cause) => {
      const { record, wait, told } = createDetectingMeter();
      record(ended(cause));
      wait(7200);
      record(used('failure', ELSEWHERE));

      expect(told).toMatchObject([{ kind: 'session_use_after_expire', severity: 'warn' }]);
    },
  );

  it('is not a tab that was left open where somebody logged out', () => {
    const { record, wait, lines } = createDetectingMeter();
    record(ended('user'));
    for (let minute = 1; minute < 60; minute += 1) {
      wait(60);
      record(used('failure', HOME));
    }

    expect(lines()).toEqual([]);
  });

  it('is not a device that learns of the end by being refused', () => {
    const { record, wait, lines } = createDetectingMeter();
    for (const cause of ['timeout', 'admin', 'password_change', 'other'] as const) {
      record(ended(cause));
      wait(3600);
      record(used('failure', ELSEWHERE));
    }

    expect(lines()).toEqual([]);
  });

  it('is not a request that was on its way', () => {
    const { record, wait, lines } = createDetectingMeter();
    record(ended('user'));
    wait(20);
    record(used('success', HOME));

    expect(lines()).toEqual([]);
  });

  it('is a session that was accepted after it expired, whatever is known of its end', () => {
    const { record, lines } = createDetectingMeter();
    const token = { expiresAtEpochSeconds: NOW_EPOCH_MILLISECONDS / 1000 - 31 };
    const accepted = { kind: 'attempt', outcome: 'success', accountId: 'alice', token } as const;
    record({ ...accepted, method: 'session' });

    expect(lines()).toEqual(['started session_use_after_expire 0']);
  });

  it('is not a signed token that a service accepts a little late', () => {
    const { record, lines } = createDetectingMeter();
    const token = { expiresAtEpochSeconds: NOW_EPOCH_MILLISECONDS / 1000 - 240 };
    record({ kind: 'attempt', method: 'jwt', outcome: 'success', accountId: 'alice', token });

    expect(lines()).toEqual([]);
  });
});
