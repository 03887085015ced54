import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EXPIRED, FORGED, get, SECRET, VALID } from '@authmeter/adapter-contract';
import { AuthmeterOptionError, createAuthMeter } from '@authmeter/core';
import { ATTEMPTS, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import {
  Controller,
  ForbiddenException,
  Get,
  Inject,
  Injectable,
  Optional,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { JwtModule, JwtService } from '@nestjs/jwt';
import { NestFactory } from '@nestjs/core';
import { of, throwError } from 'rxjs';
import {
  observeGuard,
  setDefaultAuthMeter,
  type NestRequest,
  type ObserveGuardOptions,
} from '../src';
import { failure, observeNest, PLATFORMS, success } from './observe-nest';

@Injectable()
class JwtServiceGuard implements CanActivate {
  @Optional()
  @Inject('greeting')
  private readonly greeting?: string;

  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.greeting !== 'hello') throw new Error('nothing was injected');
    const request = context.switchToHttp().getRequest<{ headers: { authorization?: string } }>();
    const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
    Object.assign(request, { user: await this.jwt.verifyAsync<object>(token) });
    return true;
  }
}

function guardThat(decide: () => ReturnType<CanActivate['canActivate']>): Type<CanActivate> {
  return class implements CanActivate {
    canActivate(): ReturnType<CanActivate['canActivate']> {
      return decide();
    }
  };
}

/** An app with one route behind one observed guard. */
function behind(guard: Type<CanActivate>, options?: ObserveGuardOptions) {
  @Controller()
  @UseGuards(observeGuard(guard, options))
  class Route {
    @Get()
    serve(): string {
      return 'served';
    }
  }
  return {
    imports: [JwtModule.register({ secret: SECRET })],
    controllers: [Route],
    providers: [{ provide: 'greeting', useValue: 'hello' }],
  };
}

const FORBIDDEN = failure('jwt', 'insufficient_permissions', 'insufficient_permissions');

describe.each(PLATFORMS)('observeGuard on %s', (_name, createAdapter) => {
  it('lets a guard inject what it asks for', async () => {
    const { result, points } = await observeNest(behind(JwtServiceGuard), get(VALID, '/'), {
      createAdapter,
    });

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual(success('jwt'));
    expect(points(TOKEN_VALIDATIONS)).toHaveLength(1);
  });

  it.each([
    ['expired', EXPIRED, 'expired_token', 'expired_token'],
    ['forged', FORGED, 'invalid_signature', 'invalid_credentials'],
  ])('tells what @nestjs/jwt throws: %s', async (_what, headers, errorType, reason) => {
    const { result, points } = await observeNest(behind(JwtServiceGuard), get(headers, '/'), {
      createAdapter,
    });

    expect(result).toEqual([500]);
    expect(points(ATTEMPTS)).toEqual(failure('jwt', errorType, reason));
  });

  it.each<readonly [string, () => ReturnType<CanActivate['canActivate']>, number, unknown]>([
    ['true', () => true, 200, success('jwt')],
    ['a promise of true', async () => true, 200, success('jwt')],
    ['an observable of true', () => of(true), 200, success('jwt')],
    ['false', () => false, 403, FORBIDDEN],
    ['a promise of false', async () => false, 403, FORBIDDEN],
    ['an observable of false', () => of(false), 403, FORBIDDEN],
    ['an observable that fails', () => throwError(() => new ForbiddenException()), 403, FORBIDDEN],
  ])('understands a guard that returns %s', async (_what, decide, status, expected) => {
    const { result, points } = await observeNest(behind(guardThat(decide)), get(VALID, '/'), {
      createAdapter,
    });

    expect(result).toEqual([status]);
    expect(points(ATTEMPTS)).toEqual(expected);
  });

  it('serves strangers as guests where the guard is optional', async () => {
    const root = behind(
      guardThat(() => true),
      { optional: true },
    );

    const { points } = await observeNest(root, get(VALID, '/'), { createAdapter });

    expect(points(ATTEMPTS)).toEqual([]);
  });

  it("hands the platform's request to the callback", async () => {
    const seen: unknown[] = [];
    const identify = (request: NestRequest) => {
      seen.push(request.headers['x-tenant']);
      return { accountId: 'alice', method: 'saml' };
    };
    const root = behind(
      guardThat(() => true),
      { identify },
    );

    const { points } = await observeNest(root, get({ 'x-tenant': 'blue' }, '/'), { createAdapter });

    expect(seen).toEqual(['blue']);
    expect(points(ATTEMPTS)).toEqual(success('saml'));
  });
});

describe('observeGuard', () => {
  it.each([{ meter: {} }, { method: '' }, { optional: 'yes' }, { outcome: () => 'success' }])(
    'refuses an option that cannot be used: %j',
    (wrong) => {
      const observe = () => observeGuard(JwtServiceGuard, wrong as never);

      expect(observe).toThrow(AuthmeterOptionError);
    },
  );

  it('records through the default meter where there is no module', async () => {
    const harness = createMetricsHarness();
    setDefaultAuthMeter(createAuthMeter({ meterProvider: harness.meterProvider }));
    const root = { module: class RootModule {}, ...behind(guardThat(() => false)) };
    const app = await NestFactory.create(root, { logger: false, abortOnError: false });
    await app.listen(0, '127.0.0.1');
    const { port } = (app.getHttpServer() as Server).address() as AddressInfo;

    const statuses = await get(VALID, '/')(`http://127.0.0.1:${String(port)}`);

    await app.close();
    expect(statuses).toEqual([403]);
    expect((await harness.collect()).points(ATTEMPTS.name)).toEqual(FORBIDDEN);
  });

  it('decides in a context that Nest did not make', () => {
    const Guard = observeGuard(guardThat(() => false));

    expect(new Guard().canActivate({} as ExecutionContext)).toBe(false);
  });

  it('throws the very error of the guard', async () => {
    const error = new Error('mine');
    const Guard = observeGuard(
      guardThat(() => {
        throw error;
      }),
    );
    const caught: unknown[] = [];
    const root = behind(Guard);

    await observeNest(root, get(VALID, '/'), {
      prepare: (app) =>
        app.useGlobalFilters({
          catch: (thrown: unknown, host) => {
            caught.push(thrown);
            host
              .switchToHttp()
              .getResponse<{ status(code: number): { end(): void } }>()
              .status(401)
              .end();
          },
        }),
    });

    expect(caught).toEqual([error]);
    expect(caught[0]).toBe(error);
  });
});
