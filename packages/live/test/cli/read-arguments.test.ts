import { readArguments } from '../../src/cli/read-arguments';

describe('readArguments', () => {
  it.each([
    [['--otlp'], 4318],
    [['--otlp', '14318'], 14_318],
    [['14318', '--otlp'], 14_318],
    [['--otlp', '0'], 0],
  ])('%j receives on a port', (given, port) => {
    expect(readArguments(given)).toEqual({ kind: 'receive', port });
  });

  it.each([[[]], [['--help']], [['-h', '--otlp']]])('%j asks for help', (given) => {
    expect(readArguments(given)).toEqual({ kind: 'help' });
  });

  it.each([
    [['4318']],
    [['--otlp', 'x']],
    [['--otlp', '65536']],
    [['--otlp', '1', '2']],
    [['--otlp', '-5']],
    [['--port', '4318']],
  ])('%j is wrong', (given) => {
    expect(readArguments(given)).toEqual({ kind: 'wrong', message: expect.any(String) });
  });
});
