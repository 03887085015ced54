import { createMetricsHarness } from '@authmeter/testkit';
import { createAuthMeter, type AuthMeter } from '../../src/auth-meter';
import type { AuthErrorRule } from '../../src/classify/error-rule';
import type { AuthObservation } from '../../src/model/auth-observation';
import { RECORDING_MODES, type AuthMeterOptions } from '../../src/options/auth-meter-options';
import { createMeasuredMeter, linesOf } from './measured-meter';

const ATTEMPT = { kind: 'attempt', outcome: 'success', method: 'jwt' } as const;
const FAILED = {
  kind: 'attempt',
  outcome: 'failure',
  method: 'jwt',
  error: new Error('no'),
} as const;
const COUNTED = 'auth.attempts{method=jwt,outcome=success} 1';

/** Typed as a host that knows no better would have it. */
const rejecting = (() => Promise.reject(new Error('hostile'))) as unknown as () => never;

const revoked = Proxy.revocable({}, {});
revoked.revoke();

const HOSTILE: readonly (readonly [what: string, observation: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a text', 'attempt'],
  ['a symbol', Symbol('attempt')],
  ['an empty object', {}],
  ['an array', []],
  ['a revoked proxy', revoked.proxy],
  ['a kind that is an object', { kind: { toString: throwing } }],
  ['a getter that throws', Object.defineProperty({}, 'kind', { get: throwing })],
  [
    'an outcome that throws',
    Object.defineProperty({ kind: 'attempt' }, 'outcome', { get: throwing, enumerable: true }),
  ],
  ['a proxy that throws on everything', new Proxy({}, { get: throwing, has: throwing })],
];

describe('the recorder', () => {
  it.each(HOSTILE)(
    'does not throw, and counts a failure of its own, when it is given %s',
    async (_what, told) => {
      expect(await linesOf([told as AuthObservation])).toEqual([
        'auth.instrumentation.failures{component=recorder} 1',
      ]);
    },
  );

  it('takes a frozen observation, and changes none', async () => {
    const observation: AuthObservation = Object.freeze({ ...ATTEMPT, durationSeconds: 1 });
    const copy = structuredClone(observation);

    expect(await linesOf([observation])).toContain(COUNTED);
    expect(observation).toEqual(copy);
  });

  it('survives facts of wrong types', async () => {
    const facts = {
      accountId: 42,
      sourceAddress: {},
      sessionId: Symbol('s'),
      token: 7,
      method: {},
    };
    const observation = { ...ATTEMPT, ...facts } as unknown as AuthObservation;

    expect(await linesOf([observation])).toContain(
      'auth.attempts{method=_OTHER,outcome=success} 1',
    );
  });

  it('counts an error that cannot even be read', async () => {
    const error: unknown = new Proxy(
      {},
      { get: throwing, has: throwing, getPrototypeOf: throwing },
    );

    expect(await linesOf([{ ...ATTEMPT, outcome: 'failure', error }])).toContain(
      'auth.attempts{error.type=unknown,method=jwt,outcome=failure,reason=unknown} 1',
    );
  });
});

describe('a callback of the host', () => {
  const failing: readonly (readonly [
    what: string,
    options: AuthMeterOptions,
    component: string,
    observation: AuthObservation,
  ])[] = [
    ['an observer', { observers: [{ observe: throwing }] }, 'observer', ATTEMPT],
    ['an error rule', { errorRules: [throwing] }, 'error_rules', FAILED],
    [
      'a locator',
      { locateCountry: throwing },
      'locator',
      { ...ATTEMPT, sourceAddress: '203.0.113.9' },
    ],
    [
      'an asynchronous observer that rejects',
      { observers: [{ observe: rejecting }] },
      'observer',
      ATTEMPT,
    ],
    [
      'an asynchronous locator that rejects',
      { locateCountry: rejecting },
      'locator',
      { ...ATTEMPT, sourceAddress: '203.0.113.9' },
    ],
    ['an asynchronous error rule that rejects', { errorRules: [rejecting] }, 'error_rules', FAILED],
    [
      'an error rule that answers nonsense',
      { errorRules: [(() => 'nonsense') as unknown as AuthErrorRule] },
      'error_rules',
      FAILED,
    ],
  ];

  it.each(failing)(
    '%s that fails is counted, and the event too',
    async (_what, options, component, told) => {
      const lines = await linesOf([told], options);

      expect(lines).toContain(`auth.instrumentation.failures{component=${component}} 1`);
      expect(lines.filter((line) => line.startsWith('auth.attempts'))).toHaveLength(1);
    },
  );

  it('an error rule that throws leaves the question to the next one', async () => {
    const errorRules: AuthErrorRule[] = [throwing, () => 'account_locked'];

    expect(await linesOf([FAILED], { errorRules })).toContain(
      'auth.errors{error.type=account_locked,operation=authenticate} 1',
    );
  });

  it('a clock that throws does not reach the host', () => {
    const clock = { epochMilliseconds: throwing, monotonicMilliseconds: throwing };
    const { meterProvider } = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider, clock, observers: [{ observe: throwing }] });

    expect(() => {
      meter.record({ ...ATTEMPT, accountId: 'a', token: { issuedAtEpochSeconds: 1 } });
      meter.record({ kind: 'rate_limit', result: 'allowed', usageRatio: 1 });
    }).not.toThrow();
  });
});

describe.each(RECORDING_MODES)('an SDK that throws, recording %s', (recording) => {
  it('does not reach the host, neither when the meter is made nor when it records', () => {
    const { meterProvider } = createMetricsHarness({
      views: [{ instrumentName: '*', attributesProcessors: [{ process: throwing }] }],
    });
    let meter: AuthMeter | undefined;

    expect(() => {
      meter = createAuthMeter({ meterProvider, recording });
      for (let count = 0; count < 300; count += 1) meter.record({ ...ATTEMPT, durationSeconds: 1 });
      meter.record({ kind: 'teleport' } as unknown as AuthObservation);
    }).not.toThrow();
    expect(meter).toBeDefined();
  });

  it('does not reach the host when it has no meter to give', () => {
    const meterProvider = { getMeter: throwing };

    expect(() => {
      createAuthMeter({ meterProvider, recording }).record(ATTEMPT);
    }).not.toThrow();
  });
});

describe('a recorder that is off', () => {
  it('records nothing, asks nobody and tells nobody', async () => {
    const observe = jest.fn();
    const { meter, harness } = createMeasuredMeter({ enabled: false, observers: [{ observe }] });
    meter.record(ATTEMPT);

    expect((await harness.collect()).names).toEqual([]);
    expect(observe).not.toHaveBeenCalled();
  });
});

function throwing(): never {
  throw new Error('hostile');
}
