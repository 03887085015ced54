import { readArguments } from '../src/read-arguments';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readArguments([])).toEqual({
      once: false,
      help: false,
      framework: 'express',
      seed: 7,
      port: 9470,
      rate: 4,
    });
  });

  it('is read behind the separator that package managers pass on', () => {
    expect(readArguments(['--', '--once', '--seed', '42'])).toEqual({
      once: true,
      help: false,
      framework: 'express',
      seed: 42,
      port: 9470,
      rate: 4,
    });
  });

  it.each([
    [['--rate', '0'], '--rate takes an integer from 1 to 20'],
    [['--port', '70000'], '--port takes an integer from 0 to 65535'],
    [['--framework', 'hapi'], '--framework takes one of express, koa, nestjs, better-auth'],
    [['--seed', 'x'], '--seed takes an integer from 0 to 4294967295'],
  ])('refuses %j', (given, message) => {
    expect(() => readArguments(given)).toThrow(message);
  });
});
