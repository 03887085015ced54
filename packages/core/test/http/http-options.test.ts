import { resolveHttpOptions, type HttpAuthOptions } from '../../src/http/http-options';
import { AuthmeterOptionError } from '../../src/options/option-error';

type Options = HttpAuthOptions<unknown, unknown>;

describe('resolveHttpOptions', () => {
  it('fills in defaults', () => {
    const settings = resolveHttpOptions('authMetrics');

    expect(settings).toMatchObject({
      method: 'jwt',
      identify: undefined,
      trustedHops: 0,
      addressHeader: 'x-forwarded-for',
      apiKeyHeaders: ['x-api-key'],
      sessionCookies: [],
    });
    expect(settings.operationOf('POST', '/login')).toBeUndefined();
  });

  it('keeps what is given, with header names as Node spells them', () => {
    const identify = (): undefined => undefined;

    const settings = resolveHttpOptions('authMetrics', {
      method: 'oauth',
      operations: { 'POST /login': 'login' },
      identify,
      trustedHops: 2,
      addressHeader: 'forwarded',
      apiKeyHeaders: ['X-Key'],
      sessionCookies: ['SID'],
    });

    expect(settings).toMatchObject({
      method: 'oauth',
      identify,
      trustedHops: 2,
      addressHeader: 'forwarded',
      apiKeyHeaders: ['x-key'],
      sessionCookies: ['SID'],
    });
    expect(settings.operationOf('POST', '/login')?.operation).toBe('login');
  });

  it.each([
    ['method', '', 'the name of a method, such as "jwt"'],
    ['operations', [], 'an object of routes, such as { "POST /auth/login": "login" }'],
    ['identify', 'user', 'a function'],
    ['trustedHops', -1, 'an integer from 0 to 32'],
    ['trustedHops', 33, 'an integer from 0 to 32'],
    ['trustedHops', 1.5, 'an integer from 0 to 32'],
    ['addressHeader', 'x-real-ip', '"x-forwarded-for" or "forwarded"'],
    ['apiKeyHeaders', 'x-api-key', 'an array of header names'],
    ['apiKeyHeaders', ['x api key'], 'an array of header names'],
    ['sessionCookies', ['a=b'], 'an array of cookie names'],
  ])('refuses %s of %j and says what is allowed', (option, value, allowed) => {
    const options = { [option]: value } as Options;

    expect(() => resolveHttpOptions('authMetrics', options)).toThrow(
      new AuthmeterOptionError('authMetrics', option, value, allowed),
    );
  });

  it('refuses an option that does not exist', () => {
    const options = { trustProxy: 1 } as Options;

    expect(() => resolveHttpOptions('authMetrics', options)).toThrow(
      'authMetrics: option "trustProxy" is a value of type number; allowed: only method, operations, identify, ' +
        'trustedHops, addressHeader, apiKeyHeaders, sessionCookies',
    );
  });
});
