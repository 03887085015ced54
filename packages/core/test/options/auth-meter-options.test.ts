import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { createMetricsHarness } from '@authmeter/testkit';
import { createAuthMeter } from '../../src/auth-meter';
import { resolveOptions, type AuthMeterOptions } from '../../src/options/auth-meter-options';
import { SYSTEM_CLOCK } from '../../src/options/clock';
import { AuthmeterOptionError } from '../../src/options/option-error';

const LABELS =
  'an array of at most 50 names of 1 to 63 letters, digits and _ . : / -, the first a letter or digit';
const NAMESPACES = 'at most 64 letters, digits, _ and dots, each part starting with a letter';
const KEYS = 'a string, Uint8Array or secret KeyObject of at least 16 bytes';
const { privateKey } = generateKeyPairSync('ed25519');

/** Option, a value that is wrong, how the error shows it, what it says is allowed. */
const WRONG: readonly (readonly [string, unknown, shown: string, allowed: string])[] = [
  ['meterProvider', {}, 'an object', 'an OpenTelemetry MeterProvider'],
  ['meterProvider', null, 'null', 'an OpenTelemetry MeterProvider'],
  ['enabled', 'yes', '"yes"', 'true or false'],
  ['enabled', 0, '0', 'true or false'],
  ['namespace', '', '""', NAMESPACES],
  ['namespace', '1st', '"1st"', NAMESPACES],
  ['namespace', 'a..b', '"a..b"', NAMESPACES],
  ['namespace', 'a-b', '"a-b"', NAMESPACES],
  ['namespace', 'x'.repeat(65), `"${'x'.repeat(60)}…"`, NAMESPACES],
  ['instrumentNames', 'snake', '"snake"', '"otel" or "prometheus"'],
  ['methods', 'jwt', '"jwt"', LABELS],
  ['methods', ['jwt', ''], 'an array of 2', LABELS],
  ['methods', ['_OTHER'], 'an array of 1', LABELS],
  ['limiters', ['with space'], 'an array of 1', LABELS],
  ['providers', ['x'.repeat(64)], 'an array of 1', LABELS],
  [
    'policies',
    Array.from({ length: 51 }, (_, index) => `p${String(index)}`),
    'an array of 51',
    LABELS,
  ],
  ['dependencies', [1], 'an array of 1', LABELS],
  ['userIdKey', 'too short', 'a value of type string', KEYS],
  ['userIdKey', new Uint8Array(15), 'a value of type object', KEYS],
  ['userIdKey', privateKey, 'a value of type object', KEYS],
  ['userIdKey', 42, 'a value of type number', KEYS],
  ['unsafeRawUserIds', 'true', '"true"', 'true or false'],
  ['maxSources', 0, '0', 'an integer from 1 to 1000'],
  ['maxSources', 1001, '1001', 'an integer from 1 to 1000'],
  ['maxSources', 1.5, '1.5', 'an integer from 1 to 1000'],
  ['maxSources', '100', '"100"', 'an integer from 1 to 1000'],
  ['maxAccounts', Number.NaN, 'NaN', 'an integer from 1 to 1000'],
  ['recording', 'fast', '"fast"', '"batched" or "direct"'],
  ['observers', {}, 'an object', 'an array of objects with observe()'],
  ['observers', [{}], 'an array of 1', 'an array of objects with observe()'],
  ['errorRules', [{}], 'an array of 1', 'an array of functions'],
  ['locateCountry', 'BR', '"BR"', 'a function'],
  [
    'clock',
    { epochMilliseconds: Date.now },
    'an object',
    'an object with epochMilliseconds() and monotonicMilliseconds()',
  ],
];

function errorOf(options: unknown): unknown {
  try {
    createAuthMeter(options as AuthMeterOptions);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('an option that cannot be used', () => {
  it.each(WRONG)(
    '%s: %p is refused, with what was given and what is allowed',
    (option, value, shown, allowed) => {
      const error = errorOf({ [option]: value });

      expect(error).toBeInstanceOf(AuthmeterOptionError);
      expect(error).toMatchObject({
        name: 'AuthmeterOptionError',
        code: 'ERR_AUTHMETER_OPTION',
        owner: 'createAuthMeter',
        option,
        message: `createAuthMeter: option "${option}" is ${shown}; allowed: ${allowed}`,
      });
    },
  );

  it('has a wrong value for each option there is', () => {
    const { message } = errorOf({ unheard: 1 }) as Error;
    const names = message.slice(message.indexOf('only ') + 'only '.length).split(', ');

    expect([...new Set(WRONG.map(([option]) => option))].sort()).toEqual(names.sort());
    expect(names).toHaveLength(18);
  });

  it.each(['a key that is a secret', 'short secret'])(
    'is never shown when it may be a secret',
    (secret) => {
      const messages = [
        errorOf({ userIdkey: secret }),
        errorOf({ userIdKey: secret.slice(0, 15) }),
        errorOf({ userIdKey: [secret] }),
      ].map(String);

      expect(messages).toHaveLength(3);
      for (const message of messages) {
        expect(message).toContain('AuthmeterOptionError');
        expect(message).not.toContain(secret.slice(0, 12));
      }
    },
  );

  it.each([
    ['userIdkey', 'a key that is a secret', 'a value of type string'],
    ['constructor', {}, 'a value of type object'],
    ['unheard', undefined, 'a value of type undefined'],
  ])('%s is no option, and all that exist are listed', (option, value, shown) => {
    expect(String(errorOf({ [option]: value }))).toMatch(
      `createAuthMeter: option "${option}" is ${shown}; allowed: only meterProvider, enabled, namespace, `,
    );
  });

  it.each([
    [null, 'null'],
    [[], 'an array of 0'],
    ['options', '"options"'],
    [7, '7'],
  ])('is the whole object when that is %p', (options, shown) => {
    expect(String(errorOf(options))).toBe(
      `AuthmeterOptionError: createAuthMeter: option "options" is ${shown}; allowed: an object`,
    );
  });
});

describe('resolveOptions', () => {
  it.each([[undefined], [{}], [{ namespace: undefined } as unknown as AuthMeterOptions]])(
    'fills in the defaults for %p',
    (options) => {
      expect(resolveOptions(options as AuthMeterOptions)).toEqual({
        meterProvider: undefined,
        enabled: true,
        namespace: undefined,
        instrumentNames: 'otel',
        declared: { methods: [], limiters: [], providers: [], policies: [], dependencies: [] },
        userIdKey: undefined,
        unsafeRawUserIds: false,
        maxSources: 100,
        maxAccounts: 100,
        recording: 'batched',
        observers: [],
        errorRules: [],
        locateCountry: undefined,
        clock: SYSTEM_CLOCK,
      });
    },
  );

  it('takes every option as it is given, and each declared name once', () => {
    const key = createSecretKey(Buffer.alloc(16));
    const options: AuthMeterOptions = {
      meterProvider: createMetricsHarness().meterProvider,
      enabled: false,
      namespace: 'compozy.api',
      instrumentNames: 'prometheus',
      userIdKey: key,
      unsafeRawUserIds: true,
      maxSources: 1,
      maxAccounts: 1000,
      recording: 'direct',
      observers: [{ observe: () => undefined }],
      errorRules: [() => undefined],
      locateCountry: () => undefined,
      clock: { epochMilliseconds: () => 0, monotonicMilliseconds: () => 0 },
    };
    const declared = { methods: ['webid', 'webid', 'jwt'], limiters: ['login/v2'] };

    expect(resolveOptions({ ...options, ...declared })).toEqual({
      ...options,
      declared: {
        methods: ['webid', 'jwt'],
        limiters: ['login/v2'],
        providers: [],
        policies: [],
        dependencies: [],
      },
    });
  });

  it('does not follow arrays that the host changes later', () => {
    const methods = ['webid'];
    const observers = [{ observe: () => undefined }];
    const resolved = resolveOptions({ methods, observers });
    methods.push('another');
    observers.pop();

    expect([resolved.declared.methods, resolved.observers.length]).toEqual([['webid'], 1]);
  });

  it('reads each option once, whatever a getter would say the next time', () => {
    const answers: unknown[] = ['direct', 'sideways'];
    const options = {
      get recording() {
        return answers.shift();
      },
    };

    expect(resolveOptions(options as AuthMeterOptions).recording).toBe('direct');
    expect(answers).toEqual(['sideways']);
  });

  it('checks what is inherited as well', () => {
    const inherited = (maxSources: number) => Object.create({ maxSources }) as AuthMeterOptions;

    expect(resolveOptions(inherited(7)).maxSources).toBe(7);
    expect(() => resolveOptions(inherited(0))).toThrow('option "maxSources" is 0');
  });

  it('takes what is frozen, and a proxy that passes everything on', () => {
    const frozen = Object.freeze({ methods: Object.freeze(['webid']), maxSources: 5 });

    for (const options of [frozen, new Proxy(frozen, {})]) {
      expect(resolveOptions(options)).toMatchObject({ maxSources: 5 });
      expect(resolveOptions(options).declared.methods).toEqual(['webid']);
    }
  });

  const throwing = () => {
    throw new Error('a trap');
  };
  const trap = new Proxy({}, { get: throwing, has: throwing, getPrototypeOf: throwing });

  it.each([
    ['of an option that throws when it is looked at', { meterProvider: trap }],
    ['of a list whose items throw', { observers: [trap] }],
    ['of a list that is a proxy', { methods: new Proxy([], { get: throwing }) }],
    [
      'in a getter that throws',
      Object.defineProperty({}, 'clock', { get: throwing, enumerable: true }),
    ],
    ['that is a proxy that throws', new Proxy({}, { ownKeys: throwing })],
  ])('says that nothing can be used %s', (_what, options) => {
    expect(() => resolveOptions(options as AuthMeterOptions)).toThrow(AuthmeterOptionError);
  });
});
