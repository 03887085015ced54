import { categorizeAuthError } from '../../src/classify/categorize-auth-error';
import { AUTH_ERROR_TYPES } from '../../src/conventions';

const throwing = (): never => {
  throw new Error('trap');
};

const everyTrapThrows = new Proxy(
  {},
  Object.fromEntries(
    ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'].map((trap) => [
      trap,
      throwing,
    ]),
  ),
);

function revokedProxy(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const withGetters = (...keys: readonly string[]): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(keys.map((key) => [key, { get: throwing, enumerable: true }])),
  );

const VALUES: readonly (readonly [label: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a number', Number.NaN],
  ['a bigint', 10n],
  ['a symbol', Symbol('jwt expired')],
  ['a function', () => 'jwt expired'],
  ['an empty array', []],
  ['an object without prototype', Object.create(null)],
  ['a proxy whose traps throw', everyTrapThrows],
  ['a revoked proxy', revokedProxy({})],
  ['a revoked proxy of an array', revokedProxy([])],
  ['getters that throw', withGetters('code', 'name', 'message', 'status', 'cause', 'errors')],
  ['a constructor that throws', withGetters('constructor')],
  ['numbers and symbols as fields', { code: 1, name: Symbol('x'), message: 7n, status: '401' }],
  ['objects as fields', { code: {}, name: [], message: {}, status: {}, error: {}, errors: 7 }],
  ['a message that is an object', Object.assign(new Error(), { message: { toString: throwing } })],
  ['a frozen error', Object.freeze(new Error('frozen'))],
  ['statuses out of range', { status: 99, statusCode: 600 }],
];

describe('categorizeAuthError on hostile input', () => {
  it.each(VALUES)('answers unknown for %s', (_label, value) => {
    expect(categorizeAuthError(value).errorType).toBe('unknown');
    expect(categorizeAuthError(undefined, { info: value }).errorType).toBe('unknown');
    expect(categorizeAuthError(new Error('x', { cause: value })).errorType).toBe('unknown');
  });

  it('reads on where one property cannot be read', () => {
    const error = Object.assign(withGetters('code', 'cause', 'body'), {
      name: 'TokenExpiredError',
      message: 'jwt expired',
    });

    expect(categorizeAuthError(error).errorType).toBe('expired_token');
  });

  it('ends on cycles', () => {
    const outer = new Error('a');
    const inner = new Error('b', { cause: outer });
    outer.cause = inner;
    const selfish = Object.assign(new Error('s'), { errors: [] as unknown[] });
    selfish.errors.push(selfish, selfish.errors);

    expect(categorizeAuthError(outer).errorType).toBe('unknown');
    expect(categorizeAuthError(selfish).errorType).toBe('unknown');
  });

  it('looks eight causes deep and no deeper', () => {
    const expired = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
    const wrap = (depth: number): unknown => {
      let error: Error = expired;
      for (let level = 0; level < depth; level += 1) error = new Error('x', { cause: error });
      return error;
    };

    expect(categorizeAuthError(wrap(8)).errorType).toBe('expired_token');
    expect(categorizeAuthError(wrap(9)).errorType).toBe('unknown');
    expect(categorizeAuthError(wrap(10_000)).errorType).toBe('unknown');
  });

  it('compares the first members of a huge AggregateError and reads no others', () => {
    let reads = 0;
    const members = Array.from({ length: 100_000 }, () => {
      const member = {};
      Object.defineProperty(member, 'name', {
        get: () => {
          reads += 1;
          return 'TokenExpiredError';
        },
      });
      return member;
    });

    expect(categorizeAuthError({ name: 'AggregateError', errors: members }).errorType).toBe(
      'expired_token',
    );
    expect(reads).toBe(16);
  });

  it('looks at the first 512 characters of a message and no further', () => {
    const huge = 'x'.repeat(1_000_000);

    for (const name of ['Error', 'JsonWebTokenError', 'SyntaxError', 'OPError', 'invalid_token']) {
      const { errorType } = categorizeAuthError({ name, message: huge, code: huge, error: huge });
      expect(AUTH_ERROR_TYPES).toContain(errorType);
    }
    expect(categorizeAuthError(huge).errorType).toBe('unknown');
    expect(
      categorizeAuthError({
        error: 'invalid_grant',
        error_description: `${' '.repeat(600)}expired`,
      }).errorType,
    ).toBe('invalid_credentials');
  });

  it.each([
    [{ name: 'SigningKeyNotFoundError', message: "… matches 'jwt expired'" }, 'unknown_key'],
    [new Error("Unable to find a signing key that matches 'jwt expired'"), 'unknown'],
    [
      { name: 'JsonWebTokenError', message: 'jwt audience invalid. expected: jwt expired' },
      'invalid_claims',
    ],
    [new SyntaxError('Unexpected token j, "jwt expired" is not valid JSON'), 'invalid_format'],
    [new SyntaxError('Unexpected token c, "connect ECONNREFUSED" is not JSON'), 'invalid_format'],
    [{ name: 'JwtTokenInvalid', message: 'invalid JWT token: token expired' }, 'invalid_format'],
    [new Error('No such thing as "password expired"'), 'unknown'],
    [{ code: 'ERR_JWS_INVALID', cause: { payload: { code: 'ECONNREFUSED' } } }, 'invalid_format'],
    [{ status: 401, message: 'hello jwt expired' }, 'unknown'],
  ])('is not steered by text that a caller wrote: %p', (error, errorType) => {
    expect(categorizeAuthError(error).errorType).toBe(errorType);
  });

  it('forgets codes that somebody invents without end, and answers on', () => {
    for (let index = 0; index < 3000; index += 1) {
      categorizeAuthError({
        code: `invented_${String(index)}`,
        message: `made up ${String(index)}`,
      });
    }

    expect(categorizeAuthError({ code: 'TOKEN_EXPIRED' }).errorType).toBe('expired_token');
    expect(categorizeAuthError('Token expired').errorType).toBe('expired_token');
  });

  it.each([
    ['null', null],
    ['a text', 'role'],
    ['a proxy that throws', new Proxy({}, { get: throwing })],
    ['a revoked proxy', revokedProxy({})],
    ['getters that throw', Object.defineProperty({}, 'status', { get: throwing })],
    ['fields of other types', { role: 7, status: 'x', wwwAuthenticate: {}, credentialPresent: 1 }],
  ])('answers from the error where the hints are %s', (_what, hints) => {
    expect(categorizeAuthError({ code: 'TOKEN_EXPIRED' }, hints as object).errorType).toBe(
      'expired_token',
    );
    expect(() => categorizeAuthError(undefined, hints as object)).not.toThrow();
  });
});
