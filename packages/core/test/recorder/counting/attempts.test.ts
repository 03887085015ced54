import type { AuthObservation } from '../../../src/model/auth-observation';
import { linesOf } from '../measured-meter';

const ATTEMPT_FAILED =
  'error.type=invalid_signature,method=jwt,outcome=failure,reason=invalid_credentials';

const ROWS: readonly (readonly [
  what: string,
  observation: AuthObservation,
  lines: readonly string[],
])[] = [
  [
    'a successful attempt, without reason or error type',
    { kind: 'attempt', outcome: 'success', method: 'jwt', durationSeconds: 0.25 },
    [
      'auth.attempts{method=jwt,outcome=success} 1',
      'auth.operation.duration.seconds{operation=authenticate,outcome=success} count=1 sum=0.25',
    ],
  ],
  [
    'a failed attempt with both levels of its cause, and its source',
    { kind: 'attempt', outcome: 'failure', errorType: 'invalid_signature', method: 'jwt' },
    [
      `auth.attempts{${ATTEMPT_FAILED}} 1`,
      'auth.errors{error.type=invalid_signature,operation=authenticate} 1',
      'auth.source.failures{ip_address=unknown} 1',
    ],
  ],
  [
    'an attempt that the service itself failed, and blames no source',
    { kind: 'attempt', outcome: 'failure', errorType: 'dependency_error', method: 'jwt' },
    [
      'auth.attempts{error.type=dependency_error,method=jwt,outcome=failure,reason=dependency_error} 1',
      'auth.errors{error.type=dependency_error,operation=authenticate} 1',
    ],
  ],
  [
    'a failure that nobody explains as unknown',
    { kind: 'attempt', outcome: 'failure', method: 'jwt' },
    [
      'auth.attempts{error.type=unknown,method=jwt,outcome=failure,reason=unknown} 1',
      'auth.errors{error.type=unknown,operation=authenticate} 1',
      'auth.source.failures{ip_address=unknown} 1',
    ],
  ],
  [
    'the cause that a success names by mistake: not at all',
    { kind: 'attempt', outcome: 'success', errorType: 'expired_token', method: 'jwt' },
    ['auth.attempts{method=jwt,outcome=success} 1'],
  ],
  [
    'an unknown method as _OTHER',
    { kind: 'attempt', outcome: 'success', method: 'telepathy' },
    ['auth.attempts{method=_OTHER,outcome=success} 1'],
  ],
  [
    'an attempt without a method as _OTHER',
    { kind: 'attempt', outcome: 'success' },
    ['auth.attempts{method=_OTHER,outcome=success} 1'],
  ],
  [
    'a login once as a login and once as an attempt, with one duration',
    { kind: 'login', outcome: 'success', method: 'password', durationSeconds: 0.5 },
    [
      'auth.attempts{method=password,outcome=success} 1',
      'auth.logins{method=password,outcome=success} 1',
      'auth.operation.duration.seconds{operation=login,outcome=success} count=1 sum=0.5',
    ],
  ],
  [
    'a failed login with one error and one failure of its source',
    {
      kind: 'login',
      outcome: 'failure',
      errorType: 'account_locked',
      method: 'password',
      sourceAddress: '203.0.113.9',
    },
    [
      'auth.attempts{error.type=account_locked,method=password,outcome=failure,reason=account_restricted} 1',
      'auth.errors{error.type=account_locked,operation=login} 1',
      'auth.logins{error.type=account_locked,method=password,outcome=failure,reason=account_restricted} 1',
      'auth.source.failures{ip_address=203.0.113.0} 1',
    ],
  ],
  [
    'a logout, by the user unless something else is said',
    { kind: 'logout', durationSeconds: 0.125 },
    [
      'auth.logouts{cause=user} 1',
      'auth.operation.duration.seconds{operation=logout,outcome=success} count=1 sum=0.125',
    ],
  ],
  [
    'why somebody was logged out',
    { kind: 'logout', cause: 'timeout' },
    ['auth.logouts{cause=timeout} 1'],
  ],
  [
    'a registration',
    { kind: 'registration', outcome: 'success', method: 'oauth', durationSeconds: 1 },
    [
      'auth.operation.duration.seconds{operation=register,outcome=success} count=1 sum=1',
      'auth.registrations{method=oauth,outcome=success} 1',
    ],
  ],
  [
    'a refused registration with its reason alone, and blames no source of failed attempts',
    { kind: 'registration', outcome: 'failure', errorType: 'invalid_format', method: 'password' },
    [
      'auth.errors{error.type=invalid_format,operation=register} 1',
      'auth.registrations{method=password,outcome=failure,reason=invalid_format} 1',
    ],
  ],
];

describe('recording counts', () => {
  it.each(ROWS)('%s', async (_what, observation, lines) => {
    expect(await linesOf([observation])).toEqual(lines);
  });

  it('a declared method by its own name', async () => {
    const attempt: AuthObservation = { kind: 'attempt', outcome: 'success', method: 'webid' };

    expect(await linesOf([attempt], { methods: ['webid'] })).toEqual([
      'auth.attempts{method=webid,outcome=success} 1',
    ]);
  });

  it('the cause that an error tells, where none is named', async () => {
    const error = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
    const attempt: AuthObservation = { kind: 'attempt', outcome: 'failure', error, method: 'jwt' };

    expect(await linesOf([attempt])).toEqual([
      'auth.attempts{error.type=expired_token,method=jwt,outcome=failure,reason=expired_token} 1',
      'auth.errors{error.type=expired_token,operation=authenticate} 1',
      'auth.source.failures{ip_address=unknown} 1',
    ]);
  });

  it('every event: a hundred attempts are a hundred', async () => {
    const attempt: AuthObservation = { kind: 'attempt', outcome: 'success', method: 'jwt' };

    expect(await linesOf(Array.from({ length: 100 }, () => attempt))).toEqual([
      'auth.attempts{method=jwt,outcome=success} 100',
    ]);
  });
});
