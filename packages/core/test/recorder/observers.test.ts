import type { CountedObservation } from '../../src/model/auth-observer';
import { createMeasuredMeter, exportedLines, NOW_EPOCH_SECONDS } from './measured-meter';

const ATTEMPT = { kind: 'attempt', outcome: 'success', method: 'jwt' } as const;

function recordTold(
  ...told: Parameters<ReturnType<typeof createMeasuredMeter>['meter']['record']>[0][]
) {
  const heard: CountedObservation[] = [];
  const observers = [{ observe: (counted: CountedObservation) => void heard.push(counted) }];
  const { meter } = createMeasuredMeter({ observers });
  for (const observation of told) meter.record(observation);
  return heard;
}

describe('observers', () => {
  it('receive the very observation, and when it was recorded', () => {
    expect(recordTold(ATTEMPT)).toEqual([
      { observation: ATTEMPT, atEpochMilliseconds: NOW_EPOCH_SECONDS * 1000 },
    ]);
    expect(recordTold(ATTEMPT)[0]?.observation).toBe(ATTEMPT);
  });

  it('receive why something failed', () => {
    const failed = { ...ATTEMPT, outcome: 'failure', errorType: 'dependency_error' } as const;

    expect(recordTold(failed)[0]?.failure).toEqual({
      errorType: 'dependency_error',
      reason: 'dependency_error',
      fault: 'server',
    });
    expect('failure' in (recordTold(ATTEMPT)[0] ?? {})).toBe(false);
  });

  it('receive the security event that a refusal is, with its subject, after the refusal', () => {
    const subject = { sourceAddress: '203.0.113.9', accountId: 'a', sessionId: 's', route: '/r' };
    const refused = { kind: 'token_refresh', outcome: 'failure', ...subject } as const;
    const heard = recordTold({ ...refused, errorType: 'token_reuse' });

    expect(heard.map(({ observation }) => observation)).toEqual([
      { ...refused, errorType: 'token_reuse' },
      { kind: 'security_event', event: 'token_reuse', severity: 'critical', ...subject },
    ]);
  });

  it('are asked in order, each even if the one before throws', () => {
    const asked: string[] = [];
    const observers = ['first', 'second', 'third'].map((name) => ({
      observe: () => {
        asked.push(name);
        if (name === 'second') throw new Error('observer');
      },
    }));
    createMeasuredMeter({ observers }).meter.record(ATTEMPT);

    expect(asked).toEqual(['first', 'second', 'third']);
  });

  it('are called after the observation was counted', async () => {
    const measured = createMeasuredMeter({
      observers: [{ observe: () => void collections.push(measured.harness.collect()) }],
    });
    const collections: ReturnType<typeof measured.harness.collect>[] = [];
    measured.meter.record(ATTEMPT);

    expect(collections).toHaveLength(1);
    for (const collection of collections) {
      expect(exportedLines(await collection)).toEqual([
        'auth.attempts{method=jwt,outcome=success} 1',
      ]);
    }
  });

  it('may record themselves', async () => {
    const { meter, lines } = createMeasuredMeter({
      observers: [
        {
          observe: ({ observation }) => {
            if (observation.kind === 'attempt') meter.record({ kind: 'guest', event: 'created' });
          },
        },
      ],
    });
    meter.record(ATTEMPT);

    expect(await lines()).toEqual([
      'auth.attempts{method=jwt,outcome=success} 1',
      'auth.guest.events{event=created} 1',
    ]);
  });
});
