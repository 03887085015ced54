import 'reflect-metadata';
import { Controller, Get, Module, type INestApplication, type Type } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { createLive, type Live } from '../../src';
import { AuthLiveModule } from '../../src/nestjs';
import { ask } from '../support/request';

@Controller()
class AppController {
  @Get()
  root(): string {
    return 'the app';
  }
}

const NOBODY = { canActivate: () => false };

function moduleWith(live: Live): Type {
  @Module({
    imports: [AuthLiveModule.forRoot({ live })],
    controllers: [AppController],
    providers: [{ provide: APP_GUARD, useValue: NOBODY }],
  })
  class AppModule {}
  return AppModule;
}

const PLATFORMS = ['express', 'fastify'] as const;

async function start(platform: (typeof PLATFORMS)[number], live: Live): Promise<INestApplication> {
  const app =
    platform === 'fastify'
      ? await NestFactory.create(moduleWith(live), new FastifyAdapter(), { logger: false })
      : await NestFactory.create(moduleWith(live), { logger: false });
  app.setGlobalPrefix('api');
  await app.listen(0, '127.0.0.1');
  return app;
}

describe.each(PLATFORMS)('the page in Nest on %s', (platform) => {
  it('stands in front of guards and prefixes, and leaves the rest to them', async () => {
    const app = await start(platform, createLive());
    const origin = await app.getUrl();

    const answers = await Promise.all(
      ['/auth-live/', '/auth-live', '/auth-live/data?since=1', '/auth-live/nowhere', '/api'].map(
        (path) => ask(origin + path),
      ),
    );

    await app.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 308, 200, 404, 403]);
  });

  it('gives authorize the request of the platform', async () => {
    const live = createLive<{ query: Record<string, string>; ip: string }>({
      authorize: ({ query, ip }) => query['as'] === 'operator' && ip.includes('127.0.0.1'),
    });
    const app = await start(platform, live);
    const origin = await app.getUrl();

    const answers = await Promise.all(
      ['operator', 'somebody'].map((who) => ask(`${origin}/auth-live/?as=${who}`)),
    );

    await app.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  });
});

describe('AuthLiveModule', () => {
  it('needs a page', () => {
    expect(() => AuthLiveModule.forRoot({} as never)).toThrow(
      expect.objectContaining({ code: 'ERR_AUTHMETER_OPTION', option: 'live' }),
    );
  });

  it('has nothing to mount on where there is no server', async () => {
    const context = await NestFactory.createApplicationContext(moduleWith(createLive()), {
      logger: false,
    });

    await expect(context.close()).resolves.toBeUndefined();
  });
});
