import { setDefaultAuthMeter } from '@authmeter/core';
import { LOGINS, TOKEN_ISSUANCES } from '@authmeter/core/conventions';
import { logLoginFailure, logLoginSuccess, logTokenIssued } from '../src';
import { createAuditedMeter } from './audited-meter';

const SUBJECT = { accountId: 'u-1', sourceAddress: '203.0.113.57' };
const WHO = { 'client.address': '203.0.113.0', 'user.hash': expect.any(String) };

describe('the functions of a login audit logger', () => {
  it('write one event each, and count it once', async () => {
    const { meter, records, harness } = createAuditedMeter();
    logLoginSuccess(SUBJECT, meter);
    logLoginSuccess({ ...SUBJECT, method: 'passkey' }, meter);
    logLoginFailure(SUBJECT, { errorType: 'user_not_found' }, meter);
    logTokenIssued(SUBJECT, 'access', meter);

    expect((await records()).map(({ eventName, attributes }) => [eventName, attributes])).toEqual([
      ['auth.login.success', { ...WHO, method: 'password' }],
      ['auth.login.success', { ...WHO, method: 'passkey' }],
      [
        'auth.login.failure',
        {
          ...WHO,
          method: 'password',
          'error.type': 'user_not_found',
          reason: 'invalid_credentials',
        },
      ],
      ['auth.token.issued', { ...WHO, token_type: 'access' }],
    ]);
    expect((await harness.points(LOGINS.name)).map(({ value }) => value)).toEqual([1, 1, 1]);
    expect(await harness.points(TOKEN_ISSUANCES.name)).toEqual([
      { value: 1, attributes: { token_type: 'access', grant_type: '_OTHER' } },
    ]);
  });

  it('find out why a login failed from what was thrown', async () => {
    const { meter, records } = createAuditedMeter();
    const error = Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    });
    logLoginFailure(SUBJECT, { error }, meter);

    expect((await records())[0]?.attributes).toMatchObject({
      'error.type': 'dependency_error',
      reason: 'dependency_error',
    });
  });

  it('use the default meter where none is given', async () => {
    const { meter, records } = createAuditedMeter();
    setDefaultAuthMeter(meter);
    logLoginSuccess(SUBJECT);
    logLoginFailure(SUBJECT, { errorType: 'invalid_credentials' });
    logTokenIssued({ ...SUBJECT, grantType: 'password' }, 'refresh');

    expect((await records()).map(({ eventName }) => eventName)).toEqual([
      'auth.login.success',
      'auth.login.failure',
      'auth.token.issued',
    ]);
  });
});
