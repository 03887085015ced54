import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLive } from '../../src';
import { AuthLiveModule } from '../../src/nestjs';
import { ask } from '../support/request';

type Nest11 = Readonly<Record<'common' | 'core' | 'platformExpress', object>>;

// Whoever asks for Nest gets Nest 11 here, our module too.
jest.mock('@nestjs/common', () => jest.requireActual<Nest11>('nest11').common);
jest.mock('@nestjs/core', () => jest.requireActual<Nest11>('nest11').core);
jest.mock('@nestjs/platform-express', () => jest.requireActual<Nest11>('nest11').platformExpress);

@Module({ imports: [AuthLiveModule.forRoot({ live: createLive() })] })
class AppModule {}

describe('the page in Nest 11', () => {
  it('is served', async () => {
    const { core } = jest.requireActual<{ core: { NestFactory: unknown } }>('nest11');
    const app = await NestFactory.create(AppModule, { logger: false });
    await app.listen(0, '127.0.0.1');
    const origin = await app.getUrl();

    const answers = await Promise.all(
      ['/auth-live/', '/auth-live/data', '/elsewhere'].map((path) => ask(origin + path)),
    );

    await app.close();
    expect(NestFactory).toBe(core.NestFactory);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  });
});
