import { EXPIRED, get, VALID } from '@authmeter/adapter-contract';
import { AuthmeterOptionError, type AuthMeter } from '@authmeter/core';
import { ATTEMPTS, LOGINS, LOGOUTS } from '@authmeter/core/conventions';
import {
  Controller,
  Get,
  HttpCode,
  Post,
  Redirect,
  UnauthorizedException,
  UseGuards,
  type CanActivate,
  type INestApplication,
} from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { catchError, throwError } from 'rxjs';
import {
  AuthMethod,
  AuthOperation,
  InjectAuthMeter,
  observeGuard,
  SkipAuthMetrics,
  type NestResponse,
} from '../src';
import { failure, observeNest, PLATFORMS, success } from './observe-nest';

class RefuseAll implements CanActivate {
  canActivate(): never {
    throw new UnauthorizedException();
  }
}

@Controller()
class Routes {
  constructor(@InjectAuthMeter() private readonly meter: AuthMeter) {}

  @Get('skipped')
  @SkipAuthMetrics()
  skipped(): never {
    throw new UnauthorizedException();
  }

  @Get('skipped/guarded')
  @SkipAuthMetrics()
  @UseGuards(observeGuard(RefuseAll))
  skippedGuard(): string {
    return 'never';
  }

  @Get('devices')
  @AuthMethod('mtls')
  devices(): never {
    throw new UnauthorizedException();
  }

  @Get('devices/guarded')
  @AuthMethod('mtls')
  @UseGuards(observeGuard(RefuseAll))
  guardedDevices(): string {
    return 'never';
  }

  @Get('devices/keyed')
  @AuthMethod('mtls')
  @UseGuards(observeGuard(RefuseAll, { method: 'api_key' }))
  keyedDevices(): string {
    return 'never';
  }

  @Get('injected')
  injected(): void {
    this.meter.record({ kind: 'logout', cause: 'admin' });
  }

  @Post('login/refused')
  @AuthOperation('login')
  @HttpCode(422)
  refusedLogin(): void {}

  @Post('login/locked')
  @AuthOperation('login')
  lockedLogin(): never {
    const cause = Object.assign(new Error('locked'), { code: 'ACCOUNT_LOCKED' });
    throw new UnauthorizedException('no', { cause });
  }

  @Post('login/outage')
  @AuthOperation('login')
  async outage(): Promise<never> {
    throw new UnauthorizedException('no', {
      cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    });
  }

  @Post('login/back')
  @AuthOperation('login', { outcome: judgeRedirect })
  @Redirect('/login?again')
  redirectBack(): void {}

  @Post('login/home')
  @AuthOperation('login', { outcome: judgeRedirect })
  @UseGuards(
    observeGuard(
      class implements CanActivate {
        canActivate(): boolean {
          return true;
        }
      },
      { optional: true },
    ),
  )
  @Redirect('/home')
  redirectHome(): void {}
}

@Controller('whole')
@AuthOperation('login')
class Logins {
  @Post('login')
  @HttpCode(400)
  login(): void {}

  @Post('logout')
  @AuthOperation('logout')
  @HttpCode(204)
  logout(): void {}
}

function judgeRedirect(_request: unknown, response: NestResponse) {
  return String(response.getHeader('location')).startsWith('/login') ? 'failure' : 'success';
}

const ROOT = { controllers: [Routes, Logins] };
const post = (path: string) => async (url: string) =>
  (await fetch(url + path, { method: 'POST', redirect: 'manual', headers: VALID })).status;
const INVALID = ['password', 'invalid_credentials', 'invalid_credentials'] as const;

describe.each(PLATFORMS)('the decorators on %s', (_name, createAdapter) => {
  it.each(['/skipped', '/skipped/guarded'])('leave uncounted what is skipped: %s', async (path) => {
    const { result, points } = await observeNest(ROOT, get(EXPIRED, path), { createAdapter });

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([]);
  });

  it.each([
    ['without a guard', '/devices', 'mtls'],
    ['behind a guard', '/devices/guarded', 'mtls'],
    ['behind a guard that names its own', '/devices/keyed', 'api_key'],
  ])('name the method of a route %s', async (_what, path, method) => {
    const { points } = await observeNest(ROOT, get({}, path), { createAdapter });

    expect(points(ATTEMPTS)).toEqual(failure(method, 'missing_auth', 'missing_auth'));
  });

  it('inject the meter of the module', async () => {
    const { points } = await observeNest(ROOT, get({}, '/injected'), { createAdapter });

    expect(points(LOGOUTS)).toEqual([{ attributes: { cause: 'admin' }, value: 1 }]);
  });

  it.each([
    ['a status', '/login/refused', 422, failure(...INVALID)],
    ['a redirect back', '/login/back', 302, failure(...INVALID)],
    ['a redirect home', '/login/home', 302, success('password')],
    ['a controller', '/whole/login', 400, failure(...INVALID)],
    [
      'what its handler throws',
      '/login/locked',
      401,
      failure('password', 'account_locked', 'account_restricted'),
    ],
    [
      'what its handler rejects with',
      '/login/outage',
      401,
      failure('password', 'dependency_error', 'dependency_error'),
    ],
  ])('declare a login that is judged by %s', async (_what, path, status, expected) => {
    const { result, points } = await observeNest(ROOT, post(path), { createAdapter });

    expect(result).toBe(status);
    expect(points(LOGINS)).toEqual(expected);
    expect(points(ATTEMPTS)).toEqual(expected);
  });

  it('hear what a handler throws before an interceptor of the app replaces it', async () => {
    const prepare = (app: INestApplication): void => {
      app.useGlobalInterceptors({
        intercept: (_context, next) =>
          next.handle().pipe(catchError(() => throwError(() => new Error('replaced')))),
      });
    };

    const { result, points } = await observeNest(ROOT, post('/login/locked'), {
      createAdapter,
      prepare,
    });

    expect(result).toBe(500);
    expect(points(LOGINS)).toEqual(failure('password', 'account_locked', 'account_restricted'));
  });

  it('leave a controller usable without the module', async () => {
    @Controller()
    class Alone {
      @Post('login')
      @AuthOperation('login')
      @HttpCode(422)
      logIn(): void {}
    }
    const app = await NestFactory.create(
      { module: class AloneModule {}, controllers: [Alone] },
      createAdapter(),
      { logger: false, abortOnError: false },
    );
    await app.listen(0, '127.0.0.1');

    const answer = await fetch(`${await app.getUrl()}/login`, { method: 'POST' });

    expect(answer.status).toBe(422);
    await app.close();
  });

  it('let the word of a handler outrank that of its controller', async () => {
    const { result, points } = await observeNest(ROOT, post('/whole/logout'), { createAdapter });

    expect(result).toBe(204);
    expect(points(LOGINS)).toEqual([]);
    expect(points(LOGOUTS)).toEqual([{ attributes: { cause: 'user' }, value: 1 }]);
  });

  it('are heard although an observed guard of the whole app refuses first', async () => {
    const provider = { provide: APP_GUARD, useClass: observeGuard(RefuseAll) };
    const root = { ...ROOT, providers: [provider] };

    const { points } = await observeNest(root, post('/login/refused'), { createAdapter });

    expect(points(LOGINS)).toEqual(failure(...INVALID));
  });
});

describe('a decorator that is given something else', () => {
  it.each<readonly [string, () => unknown]>([
    ['AuthMethod', () => AuthMethod('')],
    ['AuthOperation', () => AuthOperation('log-in' as never)],
  ])('is refused at set-up: %s', (owner, decorate) => {
    expect(decorate).toThrow(AuthmeterOptionError);
    expect(decorate).toThrow(owner);
  });
});
