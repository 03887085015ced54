import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EXPIRED, FORGED, SECRET, tokenWith, VALID } from '@authmeter/adapter-contract';
import { createAuthMeter, setDefaultAuthMeter } from '@authmeter/core';
import { AuthMetricsModule, observeGuard } from '@authmeter/nestjs';
import {
  Catch,
  Controller,
  Get,
  Inject,
  Injectable,
  Post,
  UseFilters,
  UseGuards,
  type ArgumentsHost,
  type CanActivate,
  type ExceptionFilter,
  type ExecutionContext,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import * as nestJwt from '@nestjs/jwt';
import * as nestPassport from '@nestjs/passport';
import { ExpressAdapter } from '@nestjs/platform-express';
import jsonwebtoken from 'jsonwebtoken';
import passport from 'passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';
import { get, observeZeroCode } from '../observe-zero-code';
import { patched } from '../patched';

patched('jsonwebtoken', jsonwebtoken);
patched('passport', passport);
const { AuthGuard, PassportStrategy } = patched('@nestjs/passport', nestPassport);
const { JwtModule, JwtService } = patched('@nestjs/jwt', nestJwt);

type Headers = Record<string, string>;
const ACCEPTED = 'auth.attempts method=jwt outcome=success 1';
const GOOD = 'auth.token.validations outcome=success token_type=access 1';
const validation = (errorType: string, reason = errorType): string =>
  `auth.token.validations error.type=${errorType} outcome=failure reason=${reason} token_type=access 1`;
const refused = (method: string, errorType: string, reason = errorType): readonly string[] => [
  `auth.attempts error.type=${errorType} method=${method} outcome=failure reason=${reason} 1`,
  `auth.errors error.type=${errorType} operation=authenticate 1`,
];
const outage = tokenWith({ sub: 'outage' });

@Injectable()
class JwtByHeader extends PassportStrategy(JwtStrategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: SECRET });
  }

  validate({ sub }: { readonly sub: string }): unknown {
    if (sub === 'outage') throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    return { id: sub };
  }
}

@Injectable()
class Passwords extends PassportStrategy(LocalStrategy) {
  validate(username: string, password: string): unknown {
    return password === 'right' ? { id: username } : false;
  }
}

class OptionalJwtGuard extends AuthGuard('jwt') {
  override handleRequest<User>(_error: unknown, user: User): User {
    return user;
  }
}

/** A guard as Nest's own documentation has it. */
@Injectable()
class ServiceGuard implements CanActivate {
  constructor(@Inject(JwtService) private readonly jwt: nestJwt.JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { headers } = context.switchToHttp().getRequest<{ headers: Headers }>();
    const token = headers['authorization']?.split(' ')[1] ?? '';
    return this.jwt.verifyAsync(token).then(
      () => true,
      () => false,
    );
  }
}

@Catch()
class AnswerSeeOther implements ExceptionFilter {
  catch(_error: unknown, host: ArgumentsHost): void {
    host
      .switchToHttp()
      .getResponse<{ redirect(status: number, url: string): void }>()
      .redirect(303, '/');
  }
}

@Controller()
class Routes {
  constructor(@Inject(JwtService) private readonly jwt: nestJwt.JwtService) {}

  @Get('me')
  @UseGuards(AuthGuard('jwt'))
  me(): string {
    return 'me';
  }

  @Get('filtered')
  @UseFilters(AnswerSeeOther)
  @UseGuards(AuthGuard('jwt'))
  filtered(): string {
    return 'filtered';
  }

  @Get('optional')
  @UseGuards(OptionalJwtGuard)
  optional(): string {
    return 'optional';
  }

  @Get('observed')
  @UseGuards(observeGuard(AuthGuard('jwt')))
  observed(): string {
    return 'observed';
  }

  @Get('observed/optional')
  @UseGuards(observeGuard(OptionalJwtGuard))
  observedOptional(): string {
    return 'observed';
  }

  @Get('service')
  @UseGuards(ServiceGuard)
  service(): string {
    return 'service';
  }

  @Get('token')
  token(): Promise<string> {
    return this.jwt.signAsync({});
  }

  @Post('login')
  @UseGuards(AuthGuard('local'))
  login(): string {
    return 'logged in';
  }
}

async function serveNest<Result>(
  play: (url: string) => Promise<Result>,
  imports: readonly unknown[] = [],
): Promise<Result> {
  const app = await NestFactory.create(
    {
      module: class RootModule {},
      imports: [JwtModule.register({ secret: SECRET }), ...(imports as never[])],
      controllers: [Routes],
      providers: [JwtByHeader, Passwords, ServiceGuard],
    },
    new ExpressAdapter(),
    { logger: false, abortOnError: false },
  );
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer() as Server;
  try {
    const { port } = server.address() as AddressInfo;
    return await play(`http://127.0.0.1:${String(port)}`);
  } finally {
    server.closeAllConnections();
    await app.close();
    await new Promise(setImmediate);
  }
}

const observe = (headers: Headers, path: string) =>
  observeZeroCode(() => serveNest(get(headers, path)));

const TOLD: readonly (readonly [string, Headers, readonly string[]])[] = [
  ['an accepted token', VALID, [ACCEPTED, GOOD]],
  ['no token', {}, refused('jwt', 'missing_auth')],
  ['an expired token', EXPIRED, [...refused('jwt', 'expired_token'), validation('expired_token')]],
  [
    'a forged token',
    FORGED,
    [
      ...refused('jwt', 'invalid_signature', 'invalid_credentials'),
      validation('invalid_signature', 'invalid_credentials'),
    ],
  ],
  [
    'a database that is down',
    { authorization: `Bearer ${outage}` },
    [...refused('jwt', 'dependency_error'), GOOD],
  ],
];

describe('patched @nestjs/passport', () => {
  it.each(TOLD.flatMap((row) => ['/me', '/filtered'].map((path) => [path, ...row] as const)))(
    'counts once, whatever an exception filter answers: %s with %s',
    async (path, _what, headers, expected) => {
      const { counted } = await observe(headers, path);

      expect(counted).toEqual(expected);
    },
  );

  it.each([
    ['nothing', {}, []],
    [
      'a bad token',
      EXPIRED,
      [
        'auth.errors error.type=expired_token operation=token_validate 1',
        validation('expired_token'),
      ],
    ],
  ] as const)('sees no attempt in a guest who came with %s', async (_what, headers, expected) => {
    const { result, counted } = await observe(headers, '/optional');

    expect(result).toEqual([200]);
    expect(counted).toEqual(expected);
  });

  it('counts a login by the method of its strategy', async () => {
    const { counted } = await observeZeroCode(() =>
      serveNest(async (url) => {
        const body = new URLSearchParams({ username: 'alice', password: 'wrong' });
        return (await fetch(`${url}/login`, { method: 'POST', body })).status;
      }),
    );

    expect(counted).toEqual(refused('password', 'invalid_credentials'));
  });
});

describe('patched @nestjs/passport beside the adapter of Nest', () => {
  it.each(TOLD)('counts %s once', async (_what, headers, expected) => {
    const { counted } = await observeZeroCode(() =>
      serveNest(get(headers, '/observed'), [AuthMetricsModule.forRoot()]),
    );

    expect(counted).toEqual(expected);
  });

  it('counts a guest with a bad token as one failed validation', async () => {
    const { counted } = await observeZeroCode(() =>
      serveNest(get(EXPIRED, '/observed/optional'), [AuthMetricsModule.forRoot()]),
    );

    expect(counted).toEqual([
      'auth.errors error.type=expired_token operation=token_validate 1',
      validation('expired_token'),
    ]);
  });

  afterAll(() => {
    setDefaultAuthMeter(createAuthMeter());
  });
});

describe('patched @nestjs/jwt', () => {
  it('counts a verification once, although the library below is patched too', async () => {
    const good = await observe(VALID, '/service');
    const bad = await observe(EXPIRED, '/service');

    expect(good.counted).toEqual([ACCEPTED, GOOD]);
    expect(bad.result).toEqual([403]);
    expect(bad.counted).toEqual([...refused('jwt', 'expired_token'), validation('expired_token')]);
  });

  it('counts what it signs once', async () => {
    const { counted } = await observe({}, '/token');

    expect(counted).toEqual(['auth.token.issuances grant_type=_OTHER token_type=_OTHER 1']);
  });

  it.each(['jsonwebtoken', '@nestjs/jwt'])(
    'counts the same while %s is switched off',
    async (library) => {
      const { counted } = await observeZeroCode(
        () =>
          serveNest(async (url) => [
            ...(await get(VALID, '/service')(url)),
            ...(await get({}, '/token')(url)),
          ]),
        { config: { libraries: { [library]: false } } },
      );

      expect(counted).toEqual([
        ACCEPTED,
        'auth.token.issuances grant_type=_OTHER token_type=_OTHER 1',
        GOOD,
      ]);
    },
  );
});
