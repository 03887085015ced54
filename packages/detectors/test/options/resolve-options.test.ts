import { AuthmeterOptionError } from '@authmeter/core';
import { createDetectors, DETECTOR_SETTINGS, type DetectorOptions } from '../../src';
import { resolveDetectorOptions } from '../../src/options/resolve-options';

describe('the options of createDetectors', () => {
  it('have defaults, which are those of the table', () => {
    const { settings, quietSeconds, onDetection, locate } = resolveDetectorOptions();

    expect(settings.bruteForce).toEqual({
      failures: 15,
      windowSeconds: 300,
      slowFailures: 40,
      slowWindowSeconds: 3600,
      anonymousFailures: 50,
    });
    expect(Object.keys(settings)).toEqual(Object.keys(DETECTOR_SETTINGS));
    expect([quietSeconds, onDetection, locate]).toEqual([600, undefined, undefined]);
  });

  it('keep the defaults of what is left out, and take false for off', () => {
    const { settings } = resolveDetectorOptions({
      bruteForce: { failures: 5 },
      passwordSpray: false,
      tokenReuse: undefined,
    } as unknown as DetectorOptions);

    expect(settings.bruteForce?.failures).toBe(5);
    expect(settings.bruteForce?.windowSeconds).toBe(300);
    expect(settings.passwordSpray).toBeUndefined();
    expect(settings.tokenReuse?.leewaySeconds).toBe(30);
  });

  it.each([
    [{ bruteForse: {} }, 'createDetectors: option "bruteForse" is a value of type object'],
    [{ bruteForce: true }, 'createDetectors: option "bruteForce" is true; allowed: an object'],
    [
      { bruteForce: { failures: 1 } },
      'createDetectors, option "bruteForce": option "failures" is 1; allowed: an integer from 2 to 100000',
    ],
    [
      { bruteForce: { tries: 9 } },
      'createDetectors, option "bruteForce": option "tries" is a value of type number; allowed: only failures, windowSeconds',
    ],
    [{ tokenReuse: { leewaySeconds: 0.5 } }, 'allowed: an integer from 0 to 3600'],
    [{ quietSeconds: 5 }, 'option "quietSeconds" is 5; allowed: an integer from 60 to 86400'],
    [{ onDetection: 'log' }, 'option "onDetection" is "log"; allowed: a function'],
    [{ actions: 'lock' }, 'option "actions" is "lock"; allowed: an array'],
    [{ locate: {} }, 'option "locate" is an object; allowed: a function'],
    [{ clock: Date }, 'option "clock" is a function; allowed: an object with epochMilliseconds()'],
    [7, 'createDetectors: option "options" is 7; allowed: an object'],
  ])('refuse %j and say what is allowed', (options, message) => {
    const create = () => createDetectors(options as DetectorOptions);

    expect(create).toThrow(AuthmeterOptionError);
    expect(create).toThrow(message);
  });
});

describe('the table of settings', () => {
  const rows = Object.entries(DETECTOR_SETTINGS).flatMap(([detector, settings]) =>
    Object.entries(settings).map(([setting, row]) => [`${detector}.${setting}`, row] as const),
  );

  it.each(rows)('allows the default of %s', (_name, row) => {
    expect(row.default).toBeGreaterThanOrEqual(row.least);
    expect(row.default).toBeLessThanOrEqual(row.most);
    expect(row.meaning).toMatch(/\.$/);
  });
});
