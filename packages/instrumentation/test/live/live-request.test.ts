import { readLiveRequest } from '../../src/live/live-request';

describe('readLiveRequest', () => {
  it.each([
    [{}, undefined],
    [{ AUTHMETER_LIVE: ' ' }, undefined],
    [{ AUTHMETER_LIVE: ' 9465 ' }, { port: 9465, whatFor: 'AUTHMETER_LIVE=9465' }],
    [
      { AUTHMETER_LIVE: '65535', NODE_ENV: 'development' },
      { port: 65_535, whatFor: 'AUTHMETER_LIVE=65535' },
    ],
  ])('reads %j as %j', (environment, expected) => {
    expect(readLiveRequest(environment as Record<string, string>)).toEqual(expected);
  });

  it.each(['0', '70000', '9465.5', 'yes', '-1', '0x10', '1e3'])(
    'refuses %s in one line, and throws nothing',
    (value) => {
      const emitWarning = jest.spyOn(process, 'emitWarning').mockReturnValue();

      const request = readLiveRequest({ AUTHMETER_LIVE: value });

      expect(request).toBeUndefined();
      expect(emitWarning.mock.calls).toEqual([
        [
          `@authmeter/instrumentation/register: option "AUTHMETER_LIVE" is "${value}"; allowed: a port, 1 to 65535`,
          'AuthmeterWarning',
        ],
      ]);
      emitWarning.mockRestore();
    },
  );
});
