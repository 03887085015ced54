import { readArguments } from '../src/read-arguments';
import { SCENES } from '../src/scenes/scenes';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readArguments([])).toEqual({
      plays: 'scenes',
      help: false,
      framework: 'express',
      scenes: undefined,
      fast: false,
      seed: 7,
      port: 9470,
      rate: 4,
    });
  });

  it('is read behind the separator that package managers pass on', () => {
    expect(readArguments(['--', '--once', '--seed', '42'])).toEqual({
      plays: 'once',
      help: false,
      framework: 'express',
      scenes: undefined,
      fast: false,
      seed: 42,
      port: 9470,
      rate: 4,
    });
  });

  it('finds a scene by its name, and all of them', () => {
    const { scenes, fast } = readArguments(['--scene', 'password-spray', '--fast']);
    expect([scenes?.map(({ name }) => name), fast]).toEqual([['password-spray'], true]);
    expect(readArguments(['--scene', 'all']).scenes).toEqual(SCENES);
  });

  it('finds everyday visitors in another framework', () => {
    const { plays, framework } = readArguments(['--traffic', '--framework', 'koa']);
    expect([plays, framework]).toEqual(['traffic', 'koa']);
  });

  it.each([
    [['--scene', 'x'], '--scene takes all or one of normal-day, token-expiry-wave'],
    [['--fast', '--once'], '--scene and --fast do not go with --once and --traffic'],
    [['--scene', 'all', '--traffic'], '--scene and --fast do not go with --once and --traffic'],
    [['--framework', 'koa'], '--framework goes with --once or --traffic'],
    [['--rate', '0'], '--rate takes an integer from 1 to 20'],
    [['--port', '70000'], '--port takes an integer from 0 to 65535'],
    [
      ['--once', '--framework', 'hapi'],
      '--framework takes one of express, koa, nestjs, better-auth',
    ],
    [['--seed', 'x'], '--seed takes an integer from 0 to 4294967295'],
  ])('refuses %j', (given, message) => {
    expect(() => readArguments(given)).toThrow(message);
  });
});
