import { EXPIRED, get, SECRET, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { observeGuard } from '../src';
import { failure, observeNest, success } from './observe-nest';

type Nest11 = Readonly<Record<'common' | 'core' | 'passport' | 'platformExpress', object>>;

// Whoever asks for Nest gets Nest 11 here, the adapter too.
jest.mock('@nestjs/common', () => jest.requireActual<Nest11>('nest11').common);
jest.mock('@nestjs/core', () => jest.requireActual<Nest11>('nest11').core);
jest.mock('@nestjs/passport', () => jest.requireActual<Nest11>('nest11').passport);
jest.mock('@nestjs/platform-express', () => jest.requireActual<Nest11>('nest11').platformExpress);

class JwtByHeader extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: SECRET });
  }

  validate({ sub }: { readonly sub: string }): unknown {
    return { id: sub };
  }
}

@Controller()
class Routes {
  @Get()
  @UseGuards(observeGuard(AuthGuard('jwt')))
  serve(): string {
    return 'served';
  }
}

const ROOT = { controllers: [Routes], providers: [JwtByHeader] };

describe("Nest 11's AuthGuard", () => {
  it('is that of Nest 11', () => {
    const { core } = jest.requireActual<{ core: { NestFactory: unknown } }>('nest11');

    expect(NestFactory).toBe(core.NestFactory);
  });

  it.each([
    ['an accepted token', VALID, 200, success('jwt')],
    ['an expired token', EXPIRED, 401, failure('jwt', 'expired_token', 'expired_token')],
    ['no token', {}, 401, failure('jwt', 'missing_auth', 'missing_auth')],
  ])('counts %s once', async (_what, headers, status, attempts) => {
    const { result, points } = await observeNest(ROOT, get(headers as Record<string, string>, '/'));

    expect(result).toEqual([status]);
    expect(points(ATTEMPTS)).toEqual(attempts);
  });
});
