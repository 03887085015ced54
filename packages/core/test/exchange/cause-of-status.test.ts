import { AUTH_OPERATIONS, type AuthErrorType } from '../../src/conventions';
import {
  causeOfLayerStatus,
  causeOfOperationStatus,
  refusalOfStatus,
} from '../../src/exchange/cause-of-status';

const PRESENT = { credentialPresent: true, credentialMalformed: false };

describe('refusalOfStatus', () => {
  it.each<readonly [number | undefined, AuthErrorType | undefined]>([
    [undefined, undefined],
    [200, undefined],
    [302, undefined],
    [400, undefined],
    [401, 'unknown'],
    [403, 'insufficient_permissions'],
    [404, undefined],
    [409, undefined],
    [422, undefined],
    [423, 'account_locked'],
    [429, 'rate_limited'],
    [500, undefined],
    [503, undefined],
  ])('takes %s of an ordinary request for %s', (status, expected) => {
    expect(refusalOfStatus(status, PRESENT)).toBe(expected);
  });

  it.each([
    ['nothing was presented', { credentialPresent: false }, 'missing_auth'],
    ['it cannot be read', { credentialPresent: true, credentialMalformed: true }, 'invalid_format'],
    ['nothing is known of the credential', {}, 'unknown'],
  ] as const)('reads a 401 by the credential: %s', (_case, credential, expected) => {
    expect(refusalOfStatus(401, credential)).toBe(expected);
  });
});

describe('causeOfLayerStatus', () => {
  it.each<readonly [number | undefined, AuthErrorType | undefined]>([
    [undefined, undefined],
    [200, undefined],
    [302, undefined],
    [400, 'invalid_format'],
    [404, undefined],
    [422, 'invalid_format'],
    [423, 'account_locked'],
    [429, 'rate_limited'],
    [500, 'internal_error'],
    [502, 'dependency_error'],
    [503, 'dependency_error'],
    [504, 'dependency_error'],
  ])('takes %s answered by the layer itself for %s', (status, expected) => {
    expect(causeOfLayerStatus(status)).toBe(expected);
  });
});

describe('causeOfOperationStatus', () => {
  const OF_A_JUDGEMENT = [
    [400, 'invalid_credentials'],
    [401, 'invalid_credentials'],
    [403, 'invalid_credentials'],
    [404, 'invalid_credentials'],
    [409, 'invalid_credentials'],
    [410, 'invalid_credentials'],
    [413, 'unknown'],
    [418, 'unknown'],
    [422, 'invalid_credentials'],
    [423, 'account_locked'],
    [429, 'rate_limited'],
    [500, 'internal_error'],
    [501, 'internal_error'],
    [502, 'dependency_error'],
    [503, 'dependency_error'],
    [504, 'dependency_error'],
  ] as const;
  const OF_A_FORM = [
    [400, 'invalid_format'],
    [401, 'unknown'],
    [403, 'access_denied'],
    [404, 'unknown'],
    [409, 'unknown'],
    [413, 'invalid_format'],
    [415, 'invalid_format'],
    [422, 'invalid_format'],
    [423, 'account_locked'],
    [429, 'rate_limited'],
    [500, 'internal_error'],
    [503, 'dependency_error'],
    [undefined, 'unknown'],
  ] as const;

  it.each(['register', 'password_reset'] as const)('reads a failed %s as a form', (operation) => {
    const causes = OF_A_FORM.map(([status]) => [status, causeOfOperationStatus(operation, status)]);

    expect(causes).toEqual(OF_A_FORM);
  });

  it.each(AUTH_OPERATIONS.filter((name) => name !== 'register' && name !== 'password_reset'))(
    'reads a failed %s as a judgement on a credential',
    (operation) => {
      const causes = OF_A_JUDGEMENT.map(([status]) => [
        status,
        causeOfOperationStatus(operation, status),
      ]);

      expect(causes).toEqual(OF_A_JUDGEMENT);
    },
  );

  it.each(['login', 'token_refresh', 'mfa_verify'] as const)(
    'takes a %s that failed without an error status for one with a wrong credential',
    (operation) => {
      expect(causeOfOperationStatus(operation, 302)).toBe('invalid_credentials');
      expect(causeOfOperationStatus(operation, undefined)).toBe('invalid_credentials');
    },
  );

  it('does not know why anything else failed without an error status', () => {
    expect(causeOfOperationStatus('oauth_callback', 302)).toBe('unknown');
    expect(causeOfOperationStatus('token_issue', undefined)).toBe('unknown');
  });
});
