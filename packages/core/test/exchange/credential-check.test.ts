import { checkOf, mismatchOf } from '../../src/exchange/credential-check';
import { runInExchange } from '../../src/exchange/in-progress';
import type { AuthObservation } from '../../src/model/auth-observation';
import { openMeter } from './open-meter';

const HASH = {
  kind: 'password_hash',
  algorithm: 'bcrypt',
  operation: 'verify',
  durationSeconds: 0.1,
} as const;
const token = { issuedAtEpochSeconds: 1 };

describe('checkOf', () => {
  it.each<readonly [AuthObservation, unknown]>([
    [{ kind: 'token_validation', outcome: 'failure', accountId: 'u' }, {}],
    [{ kind: 'token_validation', outcome: 'success' }, {}],
    [
      { kind: 'token_validation', outcome: 'success', accountId: 'u', token },
      { facts: { accountId: 'u', token } },
    ],
    [{ kind: 'token_validation', outcome: 'success', token }, { facts: { token } }],
    [{ ...HASH, isMatch: true }, { method: 'password' }],
    [{ ...HASH, isMatch: false }, { method: 'password' }],
    [HASH, undefined],
    [{ kind: 'oauth_step', step: 'code_exchange', outcome: 'success' }, { method: 'oauth' }],
    [{ kind: 'oauth_step', step: 'userinfo', outcome: 'success' }, undefined],
    [{ kind: 'logout' }, undefined],
  ])('reads %j as %j', (observation, check) => {
    expect(checkOf(observation)).toEqual(check);
  });
});

describe('mismatchOf', () => {
  it('calls a wrong password by its name, and nothing else', () => {
    expect(mismatchOf({ ...HASH, isMatch: false })?.errorType).toBe('invalid_credentials');
    expect(mismatchOf({ ...HASH, isMatch: true })).toBeUndefined();
    expect(mismatchOf({ kind: 'logout' })).toBeUndefined();
  });
});

describe('a password that is compared in a request', () => {
  const compare = async (isMatch: boolean, status: number) => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});
    runInExchange(exchange, () => {
      meter.record({ ...HASH, isMatch });
    });
    exchange.end({ status, facts: { method: exchange.check?.method ?? 'jwt' } });
    return counted();
  };

  it.each([200, 302, 500])('is an accepted attempt when it was right: %d', async (status) => {
    expect(await compare(true, status)).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'password', value: 1 }],
    });
  });

  it.each([401, 500])(
    'is the reason when it was wrong and the request failed: %d',
    async (status) => {
      expect(await compare(false, status)).toEqual({
        'auth.attempts': [
          {
            outcome: 'failure',
            reason: 'invalid_credentials',
            'error.type': 'invalid_credentials',
            method: 'password',
            value: 1,
          },
        ],
        'auth.errors': [
          { 'error.type': 'invalid_credentials', operation: 'authenticate', value: 1 },
        ],
      });
    },
  );
});
