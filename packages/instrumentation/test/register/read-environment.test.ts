import { readEnvironment } from '../../src/register/read-environment';

describe('readEnvironment', () => {
  it('asks for nothing where nothing is set', () => {
    expect(readEnvironment({})).toEqual({
      config: { http: {}, meterOptions: {} },
      metrics: undefined,
    });
  });

  it('reads every variable', () => {
    const { config, metrics } = readEnvironment({
      AUTHMETER_NAMESPACE: 'compozy',
      AUTHMETER_METHODS: 'jwt, password',
      AUTHMETER_LIMITERS: 'login',
      AUTHMETER_PROVIDERS: 'accounts.example.com,',
      AUTHMETER_POLICIES: 'admin',
      AUTHMETER_USER_ID_KEY: 'a key of sixteen characters',
      AUTHMETER_MAX_SOURCES: '50',
      AUTHMETER_MAX_ACCOUNTS: '60',
      AUTHMETER_METHOD: 'oauth',
      AUTHMETER_OPERATIONS: 'POST /login=login, POST /users/:id/logout = logout',
      AUTHMETER_TRUSTED_HOPS: '2',
      AUTHMETER_ADDRESS_HEADER: 'forwarded',
      AUTHMETER_API_KEY_HEADERS: 'x-key',
      AUTHMETER_SESSION_COOKIES: 'sid',
      AUTHMETER_DISABLED_LIBRARIES: 'bcrypt,argon2',
      AUTHMETER_SPANS: 'false',
      AUTHMETER_METRICS: 'prometheus',
    });

    expect(config).toEqual({
      libraries: { bcrypt: false, argon2: false },
      spans: false,
      http: {
        method: 'oauth',
        operations: { 'POST /login': 'login', 'POST /users/:id/logout': 'logout' },
        trustedHops: 2,
        addressHeader: 'forwarded',
        apiKeyHeaders: ['x-key'],
        sessionCookies: ['sid'],
      },
      meterOptions: {
        namespace: 'compozy',
        methods: ['jwt', 'password'],
        limiters: ['login'],
        providers: ['accounts.example.com'],
        policies: ['admin'],
        userIdKey: 'a key of sixteen characters',
        maxSources: 50,
        maxAccounts: 60,
      },
    });
    expect(metrics).toEqual({ variable: 'AUTHMETER_METRICS', exporters: ['prometheus'] });
  });

  it('takes an empty variable for none', () => {
    const { config } = readEnvironment({ AUTHMETER_LIMITERS: ' ', AUTHMETER_TRUSTED_HOPS: '' });

    expect(config).toEqual({ http: {}, meterOptions: {} });
  });

  it.each([
    ['AUTHMETER_TRUSTED_HOPS', 'one', '"one"; allowed: an integer'],
    ['AUTHMETER_SPANS', 'no', '"no"; allowed: true or false'],
    ['AUTHMETER_OPERATIONS', 'POST /login', '"POST /login"; allowed: routes such as'],
    ['AUTHMETER_METRICS', 'statsd', '"statsd"; allowed: prometheus, otlp, a list of them, or none'],
  ])('refuses what has not the form it needs: %s=%s', (name, value, message) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(`option "${name}" is ${message}`);
  });
});
