import { parseArgs } from 'node:util';
import { RenderOptionError, type RenderOptions } from '../options';
import { parseSetting } from './parse-setting';

/** What is asked of the command. */
export type Request =
  | { readonly command: 'help' }
  | { readonly command: 'thresholds' }
  | { readonly command: 'render'; readonly out: string; readonly options: RenderOptions };

const TEXTS = {
  namespace: 'namespace',
  selector: 'selector',
  datasource: 'datasource',
  'runbook-url': 'runbookUrl',
  'logs-url': 'logsUrl',
  'dashboard-url': 'dashboardUrl',
} as const satisfies Readonly<Record<string, keyof RenderOptions>>;

export const USAGE = `authmeter-monitoring render --out FOLDER [options]
  --out FOLDER          where the files go; files of the same names are replaced
  --namespace NAME      the option namespace of the services
  --set NAME=NUMBER     a threshold, any number of times: --set loginFailureRatioHigh=0.3
  --selector MATCHERS   what every series must match besides: --selector 'env="prod"'
  --datasource NAME     name of the data source in Grafana (default Prometheus)
  --runbook-url URL     address of a runbook page; {alert} stands for the alert's name
  --logs-url URL        a search in your audit events; {value} stands for a source or an account
  --dashboard-url URL   address of Grafana (default http://localhost:3000)
  --time-scale N        for trials: windows, waits and counts are divided by it, 1 to 600

authmeter-monitoring thresholds
  lists what --set takes: name, default, least, most, unit
`;

/**
 * Reads the command line.
 * @throws RenderOptionError, or an error of node:util for an option that does not exist
 */
export function readArguments(given: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      namespace: { type: 'string' },
      set: { type: 'string', multiple: true },
      selector: { type: 'string' },
      datasource: { type: 'string' },
      'runbook-url': { type: 'string' },
      'logs-url': { type: 'string' },
      'dashboard-url': { type: 'string' },
      'time-scale': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [command, ...others] = positionals;
  if (values.help === true || command === undefined) return { command: 'help' };
  if (others.length > 0) throw new RenderOptionError('command', positionals.join(' '), 'one word');
  if (command === 'thresholds') return { command };
  if (command !== 'render') throw new RenderOptionError('command', command, 'render, thresholds');
  if (!values.out) throw new RenderOptionError('out', values.out, 'the folder for the files');
  const texts = Object.entries(TEXTS).flatMap(([flag, option]) => {
    const value = values[flag as keyof typeof TEXTS];
    return value === undefined ? [] : [[option, value] as const];
  });
  const scale = values['time-scale'];
  const options: RenderOptions = {
    ...Object.fromEntries(texts),
    ...(values.set === undefined
      ? {}
      : { thresholds: Object.fromEntries(values.set.map(parseSetting)) }),
    ...(scale === undefined ? {} : { timeScale: scale === '' ? Number.NaN : Number(scale) }),
  };
  return { command, out: values.out, options };
}
