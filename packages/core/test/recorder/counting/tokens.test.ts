import type { AuthObservation } from '../../../src/model/auth-observation';
import type { TokenFacts } from '../../../src/model/facts';
import { createMeasuredMeter, linesOf, NOW_EPOCH_SECONDS } from '../measured-meter';

const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;

const ROWS: readonly (readonly [
  what: string,
  observation: AuthObservation,
  lines: readonly string[],
])[] = [
  [
    'a validation of an access token where no type is said',
    { kind: 'token_validation', outcome: 'success', durationSeconds: 0.001 },
    [
      'auth.token.validation.duration.seconds{outcome=success} count=1 sum=0.001',
      'auth.token.validations{outcome=success,token_type=access} 1',
    ],
  ],
  [
    'a failed validation, which is no attempt',
    { kind: 'token_validation', outcome: 'failure', errorType: 'expired_token', tokenType: 'id' },
    [
      'auth.errors{error.type=expired_token,operation=token_validate} 1',
      'auth.token.validations{error.type=expired_token,outcome=failure,reason=expired_token,token_type=id} 1',
    ],
  ],
  [
    'an issued token, foreign types as _OTHER',
    { kind: 'token_issuance', tokenType: 'macaroon', grantType: 'device_code' },
    ['auth.token.issuances{grant_type=device_code,token_type=_OTHER} 1'],
  ],
  [
    'a refresh',
    { kind: 'token_refresh', outcome: 'success', durationSeconds: 0.25 },
    [
      'auth.operation.duration.seconds{operation=token_refresh,outcome=success} count=1 sum=0.25',
      'auth.token.refreshes{outcome=success} 1',
    ],
  ],
  [
    'a refused refresh by its reason',
    { kind: 'token_refresh', outcome: 'failure', errorType: 'token_revoked' },
    [
      'auth.errors{error.type=token_revoked,operation=token_refresh} 1',
      'auth.token.refreshes{outcome=failure,reason=invalid_credentials} 1',
    ],
  ],
  [
    'a reused refresh token as a critical security event too',
    { kind: 'token_refresh', outcome: 'failure', errorType: 'token_reuse' },
    [
      'auth.errors{error.type=token_reuse,operation=token_refresh} 1',
      'auth.security.events{event=token_reuse,severity=critical} 1',
      'auth.token.refreshes{outcome=failure,reason=invalid_credentials} 1',
    ],
  ],
  [
    'a revocation',
    { kind: 'token_revocation', tokenType: 'refresh', cause: 'password_change' },
    ['auth.token.revocations{cause=password_change,token_type=refresh} 1'],
  ],
  [
    'a session that starts',
    { kind: 'session', change: 'started', method: 'session' },
    ['auth.sessions.active{method=session} 1'],
  ],
  [
    'a session that ends, with how long it lasted',
    { kind: 'session', change: 'ended', method: 'session', cause: 'user', durationSeconds: 600 },
    [
      'auth.session.duration.seconds{cause=user} count=1 sum=600',
      'auth.sessions.active{method=session} -1',
    ],
  ],
  [
    'a key look-up',
    { kind: 'key_lookup', result: 'refreshed' },
    ['auth.key.lookups{result=refreshed} 1'],
  ],
];

describe('recording counts', () => {
  it.each(ROWS)('%s', async (_what, observation, lines) => {
    expect(await linesOf([observation])).toEqual(lines);
  });
});

describe('the age and the remaining life of a token', () => {
  const AGE = 'auth.token.age.seconds{method=jwt} count=1 sum=';
  const LEFT = 'auth.token.remaining_lifetime.seconds{method=jwt} count=1 sum=';

  it.each<readonly [string, TokenFacts, readonly string[]]>([
    ['in seconds', token(-90, 210), [`${AGE}90`, `${LEFT}210`]],
    ['each by itself', token(-90), [`${AGE}90`]],
    ['that was issued now and expires now', token(0, 0), [`${AGE}0`, `${LEFT}0`]],
    [
      'with a clock that is ahead by less than a day: age 0',
      token(DAY_SECONDS, 60),
      [`${AGE}0`, `${LEFT}60`],
    ],
    ['that says it comes from the day after tomorrow: not', token(2 * DAY_SECONDS), []],
    ['issued in milliseconds: not', token(NOW_EPOCH_SECONDS * 999), []],
    ['issued before 1970: not', { issuedAtEpochSeconds: -1 }, []],
    ['issued nine years ago', token(-9 * YEAR_SECONDS), [`${AGE}283824000`]],
    ['issued eleven years ago: not', token(-11 * YEAR_SECONDS), []],
    ['issued at 1e18, NaN or infinity: not', { issuedAtEpochSeconds: 1e18 }, []],
    ['issued at no number: not', { issuedAtEpochSeconds: Number.NaN }, []],
    ['issued at minus infinity: not', { issuedAtEpochSeconds: Number.NEGATIVE_INFINITY }, []],
    ['that is expired: not', { expiresAtEpochSeconds: NOW_EPOCH_SECONDS - 1 }, []],
    ['that expires at no number: not', { expiresAtEpochSeconds: Number.NaN }, []],
    [
      'that never expires: 90 days, above all bounds',
      { expiresAtEpochSeconds: Number.POSITIVE_INFINITY },
      [`${LEFT}7776000`],
    ],
    // Nobody can tell an expiry in milliseconds from one that is far away.
    [
      'that expires in milliseconds: as never',
      token(0, NOW_EPOCH_SECONDS * 999),
      [`${AGE}0`, `${LEFT}7776000`],
    ],
    [
      'whose instants are texts: not',
      {
        issuedAtEpochSeconds: '1699999910',
        expiresAtEpochSeconds: '1700000210',
      } as unknown as TokenFacts,
      [],
    ],
  ])('is recorded for a token %s', async (_what, facts, lines) => {
    expect(await linesOf([{ kind: 'token_use', method: 'jwt', token: facts }])).toEqual(lines);
  });

  it.each(['attempt', 'login'] as const)('is recorded with an accepted %s', async (kind) => {
    const accepted = { kind, outcome: 'success', method: 'jwt', token: token(-90) } as const;

    expect(await linesOf([accepted])).toContain(`${AGE}90`);
  });

  it.each(['attempt', 'login'] as const)('is not recorded with a failed %s', async (kind) => {
    const refused = { kind, outcome: 'failure', method: 'jwt', token: token(-90) } as const;

    expect((await linesOf([refused])).filter((line) => line.includes('token.age'))).toEqual([]);
  });

  it('is 0 and not negative when the clock goes back below the issue', async () => {
    const { meter, clock, lines } = createMeasuredMeter();
    clock.jumpTo((NOW_EPOCH_SECONDS - 3600) * 1000);
    meter.record({ kind: 'token_use', method: 'jwt', token: token(0) });

    expect(await lines()).toEqual([`${AGE}0`]);
  });
});

/** A token that was issued and expires so many seconds from now. */
function token(issuedInSeconds: number, expiresInSeconds?: number): TokenFacts {
  return {
    issuedAtEpochSeconds: NOW_EPOCH_SECONDS + issuedInSeconds,
    ...(expiresInSeconds === undefined
      ? {}
      : { expiresAtEpochSeconds: NOW_EPOCH_SECONDS + expiresInSeconds }),
  };
}
