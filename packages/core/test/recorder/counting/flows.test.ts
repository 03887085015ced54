import type { AuthObservation } from '../../../src/model/auth-observation';
import type { AuthMeterOptions } from '../../../src/options/auth-meter-options';
import { linesOf } from '../measured-meter';

const DECLARED: AuthMeterOptions = {
  providers: ['google'],
  policies: ['admin-only'],
  limiters: ['login'],
};

const ROWS: readonly (readonly [
  what: string,
  observation: AuthObservation,
  lines: readonly string[],
])[] = [
  [
    'the start of an OAuth flow',
    {
      kind: 'oauth_step',
      step: 'start',
      outcome: 'success',
      provider: 'google',
      durationSeconds: 2,
    },
    [
      'auth.oauth.steps{outcome=success,provider=google,step=start} 1',
      'auth.operation.duration.seconds{operation=oauth_start,outcome=success} count=1 sum=2',
    ],
  ],
  [
    'a failed code exchange of an undeclared provider, as part of the callback',
    {
      kind: 'oauth_step',
      step: 'code_exchange',
      outcome: 'failure',
      errorType: 'dependency_error',
      provider: 'acme',
      durationSeconds: 2,
    },
    [
      'auth.errors{error.type=dependency_error,operation=oauth_callback} 1',
      'auth.oauth.steps{outcome=failure,provider=_OTHER,step=code_exchange} 1',
      'auth.operation.duration.seconds{operation=oauth_callback,outcome=failure} count=1 sum=2',
    ],
  ],
  [
    'an OAuth state that does not match as a security event too',
    { kind: 'oauth_step', step: 'callback', outcome: 'failure', errorType: 'csrf_failed' },
    [
      'auth.errors{error.type=csrf_failed,operation=oauth_callback} 1',
      'auth.oauth.steps{outcome=failure,provider=_OTHER,step=callback} 1',
      'auth.security.events{event=csrf_failure,severity=warn} 1',
    ],
  ],
  [
    'a second factor',
    {
      kind: 'mfa_challenge',
      factor: 'totp',
      stage: 'verified',
      outcome: 'success',
      durationSeconds: 4,
    },
    [
      'auth.mfa.challenges{factor=totp,outcome=success,stage=verified} 1',
      'auth.operation.duration.seconds{operation=mfa_verify,outcome=success} count=1 sum=4',
    ],
  ],
  [
    'a wrong code of a foreign factor',
    {
      kind: 'mfa_challenge',
      factor: 'carrier_pigeon',
      stage: 'verified',
      outcome: 'failure',
      errorType: 'invalid_credentials',
    },
    [
      'auth.errors{error.type=invalid_credentials,operation=mfa_verify} 1',
      'auth.mfa.challenges{factor=_OTHER,outcome=failure,stage=verified} 1',
    ],
  ],
  [
    'a password reset that was asked for',
    { kind: 'password_reset', event: 'requested', durationSeconds: 1 },
    [
      'auth.operation.duration.seconds{operation=password_reset,outcome=success} count=1 sum=1',
      'auth.password_reset.events{event=requested} 1',
    ],
  ],
  [
    'a failed password reset with its error',
    {
      kind: 'password_reset',
      event: 'failed',
      errorType: 'user_not_found',
      durationSeconds: 1,
    },
    [
      'auth.errors{error.type=user_not_found,operation=password_reset} 1',
      'auth.operation.duration.seconds{operation=password_reset,outcome=failure} count=1 sum=1',
      'auth.password_reset.events{event=failed} 1',
    ],
  ],
  [
    'the time a password hash took',
    { kind: 'password_hash', algorithm: 'argon2', operation: 'verify', durationSeconds: 0.25 },
    ['auth.password.hash.duration.seconds{algorithm=argon2,operation=verify} count=1 sum=0.25'],
  ],
  [
    'a foreign hash as _OTHER',
    { kind: 'password_hash', algorithm: 'md5', operation: 'hash', durationSeconds: 0.25 },
    ['auth.password.hash.duration.seconds{algorithm=_OTHER,operation=hash} count=1 sum=0.25'],
  ],
  ['a guest', { kind: 'guest', event: 'converted' }, ['auth.guest.events{event=converted} 1']],
  [
    'an error that nothing else counts',
    { kind: 'error', operation: 'token_issue', errorType: 'configuration_error' },
    ['auth.errors{error.type=configuration_error,operation=token_issue} 1'],
  ],
  [
    'a decision on what a caller may do',
    { kind: 'authorization', outcome: 'success', policy: 'admin-only' },
    ['auth.authorizations{outcome=success,policy=admin-only} 1'],
  ],
  [
    'a refused decision of an undeclared policy',
    {
      kind: 'authorization',
      outcome: 'failure',
      policy: 'other-policy',
      errorType: 'insufficient_permissions',
    },
    [
      'auth.authorizations{outcome=failure,policy=_OTHER} 1',
      'auth.errors{error.type=insufficient_permissions,operation=authorize} 1',
    ],
  ],
];

describe('recording counts', () => {
  it.each(ROWS)('%s', async (_what, observation, lines) => {
    expect(await linesOf([observation], DECLARED)).toEqual(lines);
  });
});
