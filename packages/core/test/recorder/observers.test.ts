import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
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
      {
        observation: ATTEMPT,
        atEpochMilliseconds: NOW_EPOCH_SECONDS * 1000,
        context: ROOT_CONTEXT,
      },
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

  it('are told whether it is part of something that is told by itself', () => {
    const heard: CountedObservation[] = [];
    const { meter } = createMeasuredMeter({
      observers: [{ observe: (counted) => void heard.push(counted) }],
    });
    const { exchange } = meter.openExchange({});
    exchange.refuse({ errorType: 'expired_token' }, { method: 'jwt' });
    exchange.end({ status: 401, credentialPresent: true });
    meter.record({ kind: 'token_validation', outcome: 'failure', errorType: 'expired_token' });

    expect(heard.map(({ observation: { kind }, isPart }) => [kind, isPart])).toEqual([
      ['token_validation', true],
      ['attempt', undefined],
      ['token_validation', undefined],
    ]);
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

describe('the context that observers are told', () => {
  const KEY = createContextKey('test');
  const within = <Result>(name: string, run: () => Result) =>
    context.with(ROOT_CONTEXT.setValue(KEY, name), run);
  const meterThatTells = () => {
    const contexts: unknown[] = [];
    const observe = (counted: CountedObservation) =>
      void contexts.push(counted.context.getValue(KEY));
    return { contexts, ...createMeasuredMeter({ observers: [{ observe }] }) };
  };

  beforeAll(() => context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
  afterAll(() => {
    context.disable();
  });

  it('is the one in which the observation is recorded', () => {
    const { meter, contexts } = meterThatTells();
    within('now', () => {
      meter.record(ATTEMPT);
    });

    expect(contexts).toEqual(['now']);
  });

  it('is the one in which the request began, for all that its end records', () => {
    const { meter, contexts } = meterThatTells();
    const { exchange } = within('request', () => meter.openExchange({}));
    within('verifier', () => {
      exchange.refuse({ errorType: 'token_reuse' });
    });
    exchange.end({ status: 401 });

    expect(contexts).toEqual(['request', 'request']);
  });

  it('is that of the request for what is told inside it', () => {
    const { meter, contexts } = meterThatTells();
    const request = {};
    within('request', () => meter.openExchange(request));
    within('query', () => {
      meter.record({ kind: 'guest', event: 'created' }, request);
    });

    expect(contexts).toEqual(['request']);
  });
});
