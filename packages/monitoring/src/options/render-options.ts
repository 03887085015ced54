import type { QueryScope } from '../queries';
import { PROJECT_PAGES } from './project-pages';
import { parseSelector } from './parse-selector';
import { RenderOptionError } from './render-option-error';
import { resolveThresholds, type ThresholdOf, type Thresholds } from './resolve-thresholds';

/** For whom and with which numbers to render. */
export interface RenderOptions {
  /** The option `namespace` of the services. Default: none. */
  readonly namespace?: string;
  /** Limits that differ from the defaults, by name of parameter. Default: none. */
  readonly thresholds?: Thresholds;
  /** Matchers that every series must meet besides: `env="prod"`. Default: none. */
  readonly selector?: string;
  /** Name of the data source in Grafana. Default `Prometheus`. */
  readonly datasource?: string;
  /** Address of a runbook page; `{alert}` stands for the alert's name. Default: the page of this project. */
  readonly runbookUrl?: string;
  /** Address of a search in your audit events; `{value}` stands for a source or an account. Default: no link. */
  readonly logsUrl?: string;
  /** Address of Grafana, to which alerts link. Default `http://localhost:3000`. */
  readonly dashboardUrl?: string;
  /** Factor by which every window, wait and count is divided, for trials, 1 to 600. Default 1. */
  readonly timeScale?: number;
}

/** The options, checked, with defaults filled in. */
export interface ResolvedOptions {
  readonly scope: QueryScope;
  readonly thresholdOf: ThresholdOf;
  readonly datasource: string;
  readonly runbookUrl: string;
  readonly logsUrl: string | undefined;
  readonly dashboardUrl: string;
  readonly timeScale: number;
}

const DEFAULTS = {
  datasource: 'Prometheus',
  runbookUrl: `${PROJECT_PAGES}/runbooks/{alert}.md`,
  dashboardUrl: 'http://localhost:3000',
  timeScale: 1,
} as const;

const NAMES: readonly string[] = [
  'namespace',
  'thresholds',
  'selector',
  'datasource',
  'runbookUrl',
  'logsUrl',
  'dashboardUrl',
  'timeScale',
] satisfies readonly (keyof RenderOptions)[];

/** The same as createAuthMeter accepts. */
const NAMESPACE = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/;
const LONGEST_NAMESPACE = 64;
const LONGEST_DATASOURCE = 190;
const MOST_TIME_SCALE = 600;

/**
 * Checks the options and fills in the defaults.
 * @throws RenderOptionError naming the option, what was given and what is allowed
 */
export function resolveOptions(options: RenderOptions = {}): ResolvedOptions {
  for (const [name, value] of Object.entries(options)) {
    if (!NAMES.includes(name)) {
      throw new RenderOptionError(name, value, `only ${NAMES.join(', ')}`);
    }
  }
  return {
    scope: {
      namespace: checkNamespace(options.namespace),
      matchers: parseSelector(options.selector),
    },
    thresholdOf: resolveThresholds(options.thresholds),
    datasource: checkDatasource(options.datasource ?? DEFAULTS.datasource),
    runbookUrl: checkUrl('runbookUrl', options.runbookUrl ?? DEFAULTS.runbookUrl),
    logsUrl: options.logsUrl === undefined ? undefined : checkUrl('logsUrl', options.logsUrl),
    dashboardUrl: checkUrl('dashboardUrl', options.dashboardUrl ?? DEFAULTS.dashboardUrl),
    timeScale: checkTimeScale(options.timeScale ?? DEFAULTS.timeScale),
  };
}

function checkNamespace(given: unknown): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given === 'string' && given.length <= LONGEST_NAMESPACE && NAMESPACE.test(given)) {
    return given;
  }
  throw new RenderOptionError(
    'namespace',
    given,
    `at most ${LONGEST_NAMESPACE} letters, digits, _ and dots, each part starting with a letter`,
  );
}

function checkDatasource(given: unknown): string {
  const isName =
    typeof given === 'string' &&
    given.trim() === given &&
    given.length > 0 &&
    given.length <= LONGEST_DATASOURCE &&
    !/\p{Cc}/u.test(given);
  if (isName) return given;
  throw new RenderOptionError('datasource', given, 'the name of a data source in Grafana');
}

function checkUrl(option: string, given: unknown): string {
  const allowed = 'an absolute http or https address';
  if (typeof given !== 'string' || !URL.canParse(given.replaceAll('{alert}', 'Alert'))) {
    throw new RenderOptionError(option, given, allowed);
  }
  const { protocol, username, password } = new URL(given.replaceAll('{alert}', 'Alert'));
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new RenderOptionError(option, given, allowed);
  }
  if (username !== '' || password !== '' || given.includes('{{')) {
    throw new RenderOptionError(option, given, `${allowed}, without credentials and templates`);
  }
  return given;
}

function checkTimeScale(given: unknown): number {
  if (typeof given === 'number' && given >= 1 && given <= MOST_TIME_SCALE) return given;
  throw new RenderOptionError('timeScale', given, `a number from 1 to ${MOST_TIME_SCALE}`);
}
