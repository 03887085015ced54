import type * as NestCommon from '@nestjs/common';
import { categorizeAuthError } from '../../../src/classify/categorize-auth-error';

const expired = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

type Nest = typeof NestCommon;
type BetterAuthError = new (status: string, body?: object) => Error;

describe('exceptions of Nest', () => {
  let nest: Nest;
  beforeAll(async () => {
    await import('reflect-metadata');
    nest = await import('@nestjs/common');
  });

  const CASES: readonly (readonly [string, (nest: Nest) => unknown, string])[] = [
    ['a bare 401', (n) => new n.UnauthorizedException(), 'unknown'],
    [
      'a 401 with a sentence',
      (n) => new n.UnauthorizedException('User is disabled'),
      'user_disabled',
    ],
    [
      'a 401 with a cause',
      (n) => new n.UnauthorizedException('no', { cause: expired }),
      'expired_token',
    ],
    [
      'a 401 over a dead store',
      (n) => new n.UnauthorizedException('no', { cause: refused }),
      'dependency_error',
    ],
    [
      'a 401 with a code',
      (n) => new n.UnauthorizedException({ code: 'TOKEN_REVOKED' }),
      'token_revoked',
    ],
    ['a guard', (n) => new n.ForbiddenException('Forbidden resource'), 'insufficient_permissions'],
    [
      'a guard that denies',
      (n) => new n.ForbiddenException('Access denied'),
      'insufficient_permissions',
    ],
    ['a CSRF guard', (n) => new n.ForbiddenException('Invalid CSRF token'), 'csrf_failed'],
    ['validation', (n) => new n.BadRequestException(['email must be an email']), 'invalid_format'],
    ['a 423', (n) => new n.HttpException('Account locked', 423), 'account_locked'],
    ['a 429', (n) => new n.HttpException('slow', 429), 'rate_limited'],
    ['a 500', (n) => new n.InternalServerErrorException('Invalid token'), 'internal_error'],
    ['a 503', (n) => new n.ServiceUnavailableException('user store down'), 'dependency_error'],
  ];

  it.each(CASES)('%s', (_what, create, errorType) => {
    expect(categorizeAuthError(create(nest)).errorType).toBe(errorType);
  });
});

describe('APIError of better-auth', () => {
  let APIError: BetterAuthError;
  beforeAll(async () => {
    ({ APIError } = (await import('better-auth/api')) as unknown as { APIError: BetterAuthError });
  });

  it.each([
    ['UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' }, 'invalid_credentials'],
    ['UNAUTHORIZED', undefined, 'unknown'],
    ['FORBIDDEN', { code: 'EMAIL_NOT_VERIFIED' }, 'challenge_required'],
    ['FORBIDDEN', { code: 'BANNED_USER' }, 'user_disabled'],
    ['BAD_REQUEST', { code: 'OTP_EXPIRED' }, 'expired_token'],
    ['BAD_REQUEST', { code: 'INVALID_EMAIL' }, 'invalid_format'],
    ['NOT_FOUND', { code: 'PROVIDER_NOT_FOUND' }, 'configuration_error'],
    ['TOO_MANY_REQUESTS', undefined, 'rate_limited'],
    ['INTERNAL_SERVER_ERROR', { code: 'FAILED_TO_CREATE_SESSION' }, 'dependency_error'],
  ])('%s with %p', (status, body, errorType) => {
    expect(categorizeAuthError(new APIError(status, body)).errorType).toBe(errorType);
  });
});
