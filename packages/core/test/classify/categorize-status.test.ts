import { categorizeStatus } from '../../src/classify/categorize-status';
import { readStatus } from '../../src/classify/read-status';

describe('categorizeStatus', () => {
  it.each([
    [200, undefined, 'unknown'],
    [302, false, 'unknown'],
    [400, undefined, 'invalid_format'],
    [401, undefined, 'unknown'],
    [401, true, 'unknown'],
    [401, false, 'missing_auth'],
    [403, false, 'insufficient_permissions'],
    [404, undefined, 'unknown'],
    [413, undefined, 'invalid_format'],
    [415, undefined, 'invalid_format'],
    [419, undefined, 'csrf_failed'],
    [422, undefined, 'invalid_format'],
    [423, undefined, 'account_locked'],
    [429, undefined, 'rate_limited'],
    [500, undefined, 'internal_error'],
    [502, undefined, 'dependency_error'],
    [503, undefined, 'dependency_error'],
    [504, undefined, 'dependency_error'],
    [Number.NaN, undefined, 'unknown'],
  ] as const)('reads %p, credential present: %p, as %s', (status, present, errorType) => {
    expect(categorizeStatus(status, present).errorType).toBe(errorType);
  });
});

describe('readStatus', () => {
  it.each([
    [{ status: 401 }, 401],
    [{ status: 'UNAUTHORIZED', statusCode: 401 }, 401],
    [{ output: { statusCode: 403 } }, 403],
    [{ $metadata: { httpStatusCode: 400 } }, 400],
    [{ status: '401' }, undefined],
    [{ status: 0 }, undefined],
    [{ status: 401.5 }, undefined],
    [undefined, undefined],
  ])('finds in %p the status %p', (error, status) => {
    expect(readStatus(error)).toBe(status);
  });
});
