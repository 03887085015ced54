import { readArguments } from '../../src/cli/read-arguments';

describe('the command line', () => {
  it('takes every option', () => {
    const request = readArguments([
      'render',
      '--namespace=compozy',
      ...['--out', 'dir'],
      ...['--set', 'loginFailureRatioHigh=0.3', '--set', 'credentialRotationOverdue=30d'],
      ...['--selector', 'env="prod"'],
      ...['--datasource', 'Mimir'],
      ...['--runbook-url', 'https://wiki.example/{alert}'],
      ...['--dashboard-url', 'https://grafana.example'],
      ...['--time-scale', '10'],
    ]);

    expect(request).toEqual({
      command: 'render',
      out: 'dir',
      options: {
        namespace: 'compozy',
        selector: 'env="prod"',
        datasource: 'Mimir',
        runbookUrl: 'https://wiki.example/{alert}',
        dashboardUrl: 'https://grafana.example',
        timeScale: 10,
        thresholds: { loginFailureRatioHigh: 0.3, credentialRotationOverdue: 2_592_000 },
      },
    });
  });

  it('needs no option but the folder', () => {
    expect(readArguments(['render', '--out', 'dir'])).toEqual({
      command: 'render',
      out: 'dir',
      options: {},
    });
  });

  it.each([[[]], [['--help']], [['render', '--help']]])(
    'explains itself when given %j',
    (given) => {
      expect(readArguments(given)).toEqual({ command: 'help' });
    },
  );

  it('reads times with their units', () => {
    const { options } = readArguments([
      'render',
      ...['--out', 'dir'],
      ...['--set', 'authLatencyElevated=250ms', '--set', 'authLatencyHigh=1.5s'],
    ]) as { options: object };

    expect(options).toEqual({ thresholds: { authLatencyElevated: 0.25, authLatencyHigh: 1.5 } });
  });

  it.each([
    [['draw'], 'option "command" is "draw"; allowed: render, thresholds'],
    [['render', 'it'], 'option "command" is "render it"; allowed: one word'],
    [['render'], 'option "out" is undefined; allowed: the folder for the files'],
    [['render', '--out='], 'option "out" is ""'],
    [['render', '--out=a', '--set', '=3'], 'option "set" is "=3"; allowed: name=number'],
    [
      ['render', '--out=a', '--set', 'csrfFailures=x'],
      'option "set csrfFailures" is "x"; allowed: a number',
    ],
    [['render', '--out=a', '--set', 'csrfFailures=5m'], 'is "5m"; allowed: a number'],
    [['render', '--out=a', '--set', 'authLatencyHigh=fast'], 'with ms, s, m, h or d behind'],
    [['render', '--out=a', '--colour=red'], "Unknown option '--colour'"],
  ])('%j is refused', (given, complaint) => {
    expect(() => readArguments(given)).toThrow(complaint);
  });
});
