import { AuthmeterOptionError, createAuthMeter } from '@authmeter/core';
import { AuthInstrumentation, type AuthInstrumentationConfig } from '../src';

const errorOf = (config: unknown): unknown => {
  try {
    new AuthInstrumentation(config as AuthInstrumentationConfig).disable();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('an option of AuthInstrumentation that cannot be used', () => {
  it.each([
    [{ enabled: 1 }, 'option "enabled" is 1; allowed: true or false'],
    [{ spans: 'no' }, 'option "spans" is "no"; allowed: true or false'],
    [
      { libraries: { express: false } },
      'option "libraries" is an object; allowed: an object with true or false for some of jsonwebtoken, ',
    ],
    [{ libraries: { jose: 0 } }, 'option "libraries" is an object; allowed: '],
    [{ libraries: null }, 'option "libraries" is null; allowed: '],
    [{ http: 7 }, 'option "http" is 7; allowed: an object'],
    [{ meterOptions: 'x' }, 'option "meterOptions" is "x"; allowed: an object'],
    [{ meter: {} }, 'option "meter" is an object; allowed: a meter made by createAuthMeter'],
    [
      { unheard: 1 },
      'option "unheard" is a value of type number; allowed: only enabled, libraries, ',
    ],
    [
      { meter: createAuthMeter({ enabled: false }), meterOptions: {} },
      'option "meterOptions" is an object; allowed: nothing beside "meter"',
    ],
  ])('is refused at set-up: %j', (config, message) => {
    const error = errorOf(config);

    expect(error).toBeInstanceOf(AuthmeterOptionError);
    expect(String(error)).toContain(`AuthInstrumentation: ${message}`);
  });

  it.each([
    [{ http: { trustedHops: -1 } }, 'option "trustedHops"'],
    [{ http: { operations: { login: 'login' } } }, 'option "operations"'],
    [{ meterOptions: { limiters: 'x' } }, 'option "limiters"'],
  ])('is refused inside of its options too: %j', (config, message) => {
    expect(String(errorOf(config))).toContain(message);
  });
});

describe('setConfig', () => {
  it('refuses what the constructor refuses', () => {
    const instrumentation = new AuthInstrumentation({ enabled: false });

    expect(() => {
      instrumentation.setConfig({ spans: 'no' as never });
    }).toThrow(AuthmeterOptionError);
  });
});
