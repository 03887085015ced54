import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import type { CountedObservation } from '@authmeter/core';
import { createDetectors, type Detection } from '../src';
import { address, createDetectingMeter, times } from './detecting-meter';

const ALICE = { accountId: 'alice', sourceAddress: '203.0.113.9' };

function listen(options: Parameters<typeof createDetectingMeter>[0] = {}) {
  const heard: CountedObservation[] = [];
  const observers = [{ observe: (counted: CountedObservation) => void heard.push(counted) }];
  const meter = createDetectingMeter(options, { observers });
  const ofKind = (kind: string) => heard.filter(({ observation }) => observation.kind === kind);
  return { ...meter, heard, ofKind };
}

describe('one attack', () => {
  it('counts one security event, and is told to the other observers with its evidence', async () => {
    const { fail, ofKind, events, told } = listen();
    fail(ALICE, 100, 2);

    expect(await events()).toEqual([{ event: 'brute_force', severity: 'critical', value: 1 }]);
    expect(ofKind('security_event').map(({ observation }) => observation)).toEqual([
      {
        kind: 'security_event',
        event: 'brute_force',
        severity: 'critical',
        detectionId: told[0]?.detectionId,
        sinceEpochMilliseconds: told[0]?.sinceEpochMilliseconds,
        failedAttempts: 15,
        windowSeconds: 300,
        accounts: 1,
        ...ALICE,
      },
    ]);
  });

  it('is over when nothing kept it up for ten minutes: told with its totals, and not counted', async () => {
    const { fail, wait, ofKind, events, told, clock } = listen();
    fail(ALICE, 100, 2);
    wait(500);
    const tooEarly = told.length;
    wait(110);

    expect(tooEarly).toBe(1);
    expect(told[1]).toEqual({
      ...told[0],
      phase: 'ended',
      failedAttempts: 100,
      atEpochMilliseconds: clock.epochMilliseconds(),
    });
    expect(ofKind('security_event_end').map(({ observation }) => observation)).toEqual([
      {
        kind: 'security_event_end',
        event: 'brute_force',
        detectionId: told[0]?.detectionId,
        sinceEpochMilliseconds: told[0]?.sinceEpochMilliseconds,
        failedAttempts: 100,
        windowSeconds: 300,
        accounts: 1,
        ...ALICE,
      },
    ]);
    expect(await events()).toEqual([{ event: 'brute_force', severity: 'critical', value: 1 }]);
  });

  it('goes on while half of what began it comes, and is another when it begins anew', () => {
    const { fail, wait, lines } = createDetectingMeter();
    fail(ALICE, 15, 1);
    // 10 in five minutes are too few to begin, and enough to go on.
    fail(ALICE, 60, 30);
    const during = lines();
    wait(700);
    fail(ALICE, 15, 1);

    expect(during).toEqual(['started brute_force 15']);
    expect(lines().map((line) => line.split(' ')[0])).toEqual(['started', 'ended', 'started']);
  });

  it('ends by itself when nobody comes any more, by a timer that keeps no process alive', () => {
    jest.useFakeTimers({ doNotFake: ['performance', 'Date'] });
    try {
      const { fail, clock, lines } = createDetectingMeter();
      fail(ALICE, 15);
      clock.advance(601_000);
      const before = lines().length;
      jest.advanceTimersByTime(5000);

      expect(before).toBe(1);
      expect(lines()).toEqual(['started brute_force 15', 'ended brute_force 15']);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is listed while it goes on, with its totals so far', () => {
    const { fail, wait, detectors, told } = createDetectingMeter();
    fail(ALICE, 20);
    const during = detectors.active();
    wait(700);

    expect(during).toEqual([{ ...told[0], failedAttempts: 20 }]);
    expect(detectors.active()).toEqual([]);
  });
});

describe('onDetection', () => {
  it('says what the host does, in one word of its list', () => {
    const answers = ['account_locked', 'called grandma', undefined, 7];
    const { fail, ofKind } = listen({
      actions: ['account_locked'],
      onDetection: ({ phase }) => (phase === 'started' ? answers.shift() : undefined),
    });
    times(4, (number) => {
      fail({ accountId: `user-${String(number)}` }, 15);
    });

    expect(
      ofKind('security_event').map(
        ({ observation }) => (observation as { action?: string }).action,
      ),
    ).toEqual(['account_locked', '_OTHER', undefined, undefined]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('host');
      },
    ],
    ['rejects', () => Promise.reject(new Error('host'))],
  ])('that %s is counted, and the event all the same', async (_how, onDetection) => {
    const { fail, events, harness } = createDetectingMeter({ onDetection });
    fail(ALICE, 15);
    await Promise.resolve();

    expect(await events()).toEqual([{ event: 'brute_force', severity: 'critical', value: 1 }]);
    expect(await harness.points('auth.instrumentation.failures')).toEqual([
      { attributes: { component: 'detectors' }, value: 1 },
    ]);
  });

  it('may record by itself', async () => {
    const meter = createDetectingMeter({
      onDetection: ({ subject: { accountId } }) => {
        meter.record({ kind: 'lockout', transition: 'locked', ...(accountId && { accountId }) });
      },
    });
    meter.fail(ALICE, 15);

    expect(await meter.harness.points('auth.lockouts')).toEqual([
      { attributes: { cause: 'other', transition: 'locked' }, value: 1 },
    ]);
  });

  it('hears long names when it can act on them, and no more when all is over', () => {
    const { fail, wait, told } = createDetectingMeter();
    const accountId = 'x'.repeat(8192);
    fail({ ...ALICE, accountId }, 15);
    wait(700);

    expect(told.map(({ phase, subject }) => [phase, subject.accountId?.length])).toEqual([
      ['started', 8192],
      ['ended', undefined],
    ]);
    expect(told[1]?.subject.sourceAddress).toBe(ALICE.sourceAddress);
  });

  it('has no name of an account where no key is configured', () => {
    const { fail, told } = createDetectingMeter({}, { userIdKey: undefined as never });
    fail(ALICE, 15);

    expect(told[0]).not.toHaveProperty('account');
    expect(told[0]?.subject.accountId).toBe('alice');
  });
});

describe('where it happened', () => {
  const REQUEST = createContextKey('request');

  beforeAll(() => context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
  afterAll(() => {
    context.disable();
  });

  it('is the request that gave it away, and for the end no request', () => {
    const { fail, wait, ofKind } = listen();
    times(15, (number) => {
      context.with(ROOT_CONTEXT.setValue(REQUEST, number), () => {
        fail(ALICE);
      });
    });
    context.with(ROOT_CONTEXT.setValue(REQUEST, 'somebody else'), () => {
      wait(700);
    });

    const [start] = ofKind('security_event');
    const [end] = ofKind('security_event_end');
    expect(start?.context.getValue(REQUEST)).toBe(14);
    expect(end?.context.getValue(REQUEST)).toBeUndefined();
  });
});

describe('detectors', () => {
  it('work without a meter, and then only tell the host', () => {
    const told: Detection[] = [];
    const detectors = createDetectors({ onDetection: (detection) => told.push(detection) });
    times(15, () => {
      detectors.observe({
        observation: { kind: 'login', outcome: 'failure', ...ALICE },
        failure: {
          errorType: 'invalid_credentials',
          reason: 'invalid_credentials',
          fault: 'client',
        },
        atEpochMilliseconds: Date.now(),
        context: ROOT_CONTEXT,
      });
    });

    expect(told).toMatchObject([{ kind: 'brute_force' }]);
    expect(told[0]).not.toHaveProperty('account');
  });

  it('survive subjects of any type', async () => {
    const { record, harness, lines } = createDetectingMeter();
    for (const odd of [7, null, {}, [], Symbol('s'), () => 1]) {
      times(20, () => {
        record({
          kind: 'login',
          outcome: 'failure',
          errorType: 'invalid_credentials',
          sourceAddress: odd,
          sessionId: odd,
        } as never);
      });
    }

    expect(lines()).toEqual([]);
    expect(await harness.points('auth.instrumentation.failures')).toEqual([]);
  });

  it('tell attacks apart up to fifty of a kind, and all others together', async () => {
    const { fail, told, events } = createDetectingMeter({ failureSpike: false });
    times(70, (number) => {
      fail({ accountId: `user-${String(number)}`, sourceAddress: address(number) }, 15, 0.1);
    });

    expect(told.filter(({ account }) => account !== undefined)).toHaveLength(50);
    expect(told.filter(({ account }) => account === undefined)).toHaveLength(1);
    expect(await events()).toEqual([{ event: 'brute_force', severity: 'critical', value: 51 }]);
  });

  it('give each detection an id of its own', () => {
    const one = createDetectingMeter();
    const other = createDetectingMeter();
    for (const { fail } of [one, other]) {
      fail({ accountId: 'alice' }, 15);
      fail({ accountId: 'bob' }, 15);
    }
    const ids = [...one.told, ...other.told].map(({ detectionId }) => detectionId);

    expect(new Set(ids).size).toBe(4);
  });
});
