import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { END_CAUSE, METHOD } from '../../src/conventions';
import type { CountedObservation, ObserverHost } from '../../src/model/auth-observer';
import { pseudonymize } from '../../src/privacy/pseudonymize';
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

describe('the host that observers are given', () => {
  const attachedTo = (options: Parameters<typeof createMeasuredMeter>[0]) => {
    const hosts: ObserverHost[] = [];
    const observer = { attach: (host: ObserverHost) => void hosts.push(host), observe: () => {} };
    return { hosts, ...createMeasuredMeter({ ...options, observers: [observer] }) };
  };

  it('counts what they found out, and tells all of them', async () => {
    const heard: string[] = [];
    const hosts: ObserverHost[] = [];
    const { meter, lines } = createMeasuredMeter({
      observers: [
        {
          attach: (host) => {
            hosts.push(host);
          },
          observe: ({ observation: { kind } }) => {
            heard.push(`first ${kind}`);
            if (kind !== 'attempt') return;
            hosts[0]?.record({
              kind: 'security_event',
              event: 'brute_force',
              severity: 'critical',
            });
          },
        },
        { observe: ({ observation: { kind } }) => void heard.push(`second ${kind}`) },
      ],
    });
    meter.record(ATTEMPT);

    expect(heard).toEqual([
      'first attempt',
      'first security_event',
      'second security_event',
      'second attempt',
    ]);
    expect(await lines()).toContain('auth.security.events{event=brute_force,severity=critical} 1');
  });

  it('tells where something happened, if it is told', () => {
    const where: unknown[] = [];
    const hosts: ObserverHost[] = [];
    createMeasuredMeter({
      observers: [
        {
          attach: (host) => {
            hosts.push(host);
          },
          observe: (counted) => void where.push(counted.context),
        },
      ],
    });
    const request = ROOT_CONTEXT.setValue(createContextKey('request'), 1);
    hosts[0]?.record(ATTEMPT, request);
    hosts[0]?.record(ATTEMPT);

    expect(where).toEqual([request, ROOT_CONTEXT]);
  });

  it('names accounts as the label user_id does, and not at all without a key', () => {
    const keyed = attachedTo({ userIdKey: 'a key of sixteen' });
    const keyless = attachedTo({});

    expect(keyed.hosts[0]?.nameAccount('alice')).toBe(pseudonymize('alice', 'a key of sixteen'));
    expect(keyless.hosts[0]?.nameAccount('alice')).toBeUndefined();
  });

  it('names sessions by a hash of their own, also where accounts leave as they are', () => {
    const [host] = attachedTo({ userIdKey: 'a key of sixteen', unsafeRawUserIds: true }).hosts;

    expect(host?.nameAccount('alice')).toBe('alice');
    expect(host?.nameSession('alice')).toMatch(/^[\da-f]{16}$/);
    expect(host?.nameSession('alice')).not.toBe(pseudonymize('alice', 'a key of sixteen'));
    expect(attachedTo({ unsafeRawUserIds: true }).hosts[0]?.nameSession('s')).toBeUndefined();
  });

  it('reads values as metrics record them', () => {
    const [host] = attachedTo({ methods: ['hello'] }).hosts;

    expect(
      ['jwt', 'hello', 'eyJhbGciOi', 7].map((value) => host?.listValue(METHOD, value)),
    ).toEqual(['jwt', 'hello', '_OTHER', undefined]);
    expect(['user', 'weather'].map((value) => host?.listValue(END_CAUSE, value))).toEqual([
      'user',
      undefined,
    ]);
  });

  it("locates addresses by the host's locator, and believes it only countries", async () => {
    const locateCountry = (address: string) => {
      if (address === 'bad') throw new Error('locator');
      return address;
    };
    const { hosts, lines } = attachedTo({ locateCountry });

    expect(['DE', 'Mordor', 'bad'].map((address) => hosts[0]?.locateCountry(address))).toEqual([
      'DE',
      undefined,
      undefined,
    ]);
    expect(attachedTo({}).hosts[0]?.locateCountry('DE')).toBeUndefined();
    expect(await lines()).toEqual(['auth.instrumentation.failures{component=locator} 1']);
  });

  it('is given once, and by a meter that is switched off to nobody', () => {
    expect(attachedTo({}).hosts).toHaveLength(1);
    expect(attachedTo({ enabled: false }).hosts).toHaveLength(0);
  });

  it('an observer that throws when it is attached is counted and harms nothing', async () => {
    const { meter, lines } = createMeasuredMeter({
      observers: [
        {
          attach: () => {
            throw new Error('observer');
          },
          observe: () => {},
        },
      ],
    });
    meter.record(ATTEMPT);

    expect(await lines()).toEqual([
      'auth.attempts{method=jwt,outcome=success} 1',
      'auth.instrumentation.failures{component=observer} 1',
    ]);
  });
});
