import { EXPIRED, FORGED, get, SECRET, tokenWith, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS, ERRORS, LOGINS, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import { Catch, Controller, Get, Injectable, Post, UseFilters, UseGuards } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';
import { AuthOperation, observeGuard } from '../src';
import type { TestResponse } from './contract-messages';
import { failure, observeNest, PLATFORMS, success } from './observe-nest';

type Headers = Record<string, string>;
const as = (sub: string): Headers => ({ authorization: `Bearer ${tokenWith({ sub })}` });
const databaseDown = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

@Injectable()
class JwtByHeader extends PassportStrategy(JwtStrategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: SECRET });
  }

  validate({ sub }: { readonly sub: string }): unknown {
    if (sub === 'outage') throw databaseDown();
    return { id: sub };
  }
}

@Injectable()
class Passwords extends PassportStrategy(LocalStrategy) {
  validate(username: string, password: string): unknown {
    if (username === 'outage') throw databaseDown();
    return password === 'right' ? { id: username } : false;
  }
}

class OptionalJwtGuard extends AuthGuard('jwt') {
  override handleRequest<User>(_error: unknown, user: User): User {
    return user;
  }
}

@Catch()
class AnswerForbidden implements ExceptionFilter {
  catch(_error: unknown, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<TestResponse>().status(403).send();
  }
}

@Controller()
class Routes {
  @Get('me')
  @UseGuards(observeGuard(AuthGuard('jwt')))
  me(): string {
    return 'me';
  }

  @Get('either')
  @UseGuards(observeGuard(AuthGuard(['jwt', 'local'])))
  either(): string {
    return 'either';
  }

  @Get('stacked')
  @UseGuards(observeGuard(AuthGuard('jwt')), observeGuard(AuthGuard('jwt')))
  stacked(): string {
    return 'stacked';
  }

  @Get('filtered')
  @UseFilters(AnswerForbidden)
  @UseGuards(observeGuard(AuthGuard('jwt')))
  filtered(): string {
    return 'filtered';
  }

  @Get('optional')
  @UseGuards(observeGuard(OptionalJwtGuard))
  optional(): string {
    return 'optional';
  }

  @Post('login')
  @AuthOperation('login', { method: 'password' })
  @UseGuards(observeGuard(AuthGuard('local')))
  login(): string {
    return 'logged in';
  }
}

const ROOT = { controllers: [Routes], providers: [JwtByHeader, Passwords] };

const TOLD: readonly (readonly [string, Headers, string, string])[] = [
  ['an expired token', EXPIRED, 'expired_token', 'expired_token'],
  ['a forged token', FORGED, 'invalid_signature', 'invalid_credentials'],
  ['no token', {}, 'missing_auth', 'missing_auth'],
  ['a database that is down', as('outage'), 'dependency_error', 'dependency_error'],
];

describe.each(PLATFORMS)("Nest's AuthGuard on %s", (_name, createAdapter) => {
  it.each(['/me', '/stacked'])('counts an accepted token once: %s', async (path) => {
    const { result, points } = await observeNest(ROOT, get(VALID, path), { createAdapter });

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual(success('jwt'));
    expect(points(TOKEN_VALIDATIONS)).toEqual([
      { attributes: { outcome: 'success', token_type: 'access' }, value: 1 },
    ]);
  });

  it.each(TOLD.flatMap((row) => ['/me', '/stacked'].map((path) => [...row, path] as const)))(
    'tells %s from the bare exception, and counts it once (%#)',
    async (_what, headers, errorType, reason, path) => {
      const { points } = await observeNest(ROOT, get(headers, path), { createAdapter });

      expect(points(ATTEMPTS)).toEqual(failure('jwt', errorType, reason));
      expect(points(ERRORS)).toEqual([
        { attributes: { 'error.type': errorType, operation: 'authenticate' }, value: 1 },
      ]);
    },
  );

  it('tells the reason where several strategies refused', async () => {
    const { result, points } = await observeNest(ROOT, get(EXPIRED, '/either'), { createAdapter });

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual(failure('jwt', 'expired_token', 'expired_token'));
  });

  it('tells the reason whatever an exception filter answers', async () => {
    const { result, points } = await observeNest(ROOT, get(EXPIRED, '/filtered'), {
      createAdapter,
    });

    expect(result).toEqual([403]);
    expect(points(ATTEMPTS)).toEqual(failure('jwt', 'expired_token', 'expired_token'));
  });

  it('tells the reason of a guard that stands before the whole app', async () => {
    const provider = { provide: APP_GUARD, useClass: observeGuard(AuthGuard('jwt')) };
    const root = { ...ROOT, providers: [...ROOT.providers, provider] };

    const { result, points } = await observeNest(root, get(FORGED, '/optional'), { createAdapter });

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual(failure('jwt', 'invalid_signature', 'invalid_credentials'));
  });

  it.each([
    ['no token: no attempt', {}, []],
    [
      'a bad token: a failed validation',
      EXPIRED,
      [
        {
          attributes: {
            outcome: 'failure',
            'error.type': 'expired_token',
            reason: 'expired_token',
            token_type: 'access',
          },
          value: 1,
        },
      ],
    ],
  ])('serves a guest with %s', async (_what, headers, validations) => {
    const { result, points } = await observeNest(ROOT, get(headers as Headers, '/optional'), {
      createAdapter,
    });

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual([]);
    expect(points(TOKEN_VALIDATIONS)).toEqual(validations);
  });

  it.each([
    ['the right password', 'alice', 'right', undefined],
    ['a wrong password', 'alice', 'wrong', ['invalid_credentials', 'invalid_credentials']],
    ['a database that is down', 'outage', 'right', ['dependency_error', 'dependency_error']],
  ])('counts a login through a guard: %s', async (_what, username, password, why) => {
    const { points } = await observeNest(
      ROOT,
      async (url) => {
        const body = new URLSearchParams({ username, password });
        return (await fetch(`${url}/login`, { method: 'POST', body })).status;
      },
      { createAdapter },
    );

    const [errorType = '', reason = ''] = why ?? [];
    expect(points(LOGINS)).toEqual(
      why === undefined ? success('password') : failure('password', errorType, reason),
    );
    expect(points(ATTEMPTS)).toEqual(points(LOGINS));
  });
});
