import type { AuthMeter } from '../auth-meter';
import { getDefaultAuthMeter } from '../default-meter';
import { exchangeInProgress } from '../exchange/in-progress';
import {
  checkOptions,
  isIntegerBetween,
  isLabelValue,
  type OptionChecks,
} from '../options/check-options';
import { METER_CHECK } from './observe-options';

/**
 * Checks one dependency. It is up when this resolves, unless to `false`; it is down when it throws, rejects, or
 * takes too long: then the signal aborts.
 */
export type DependencyCheck = (signal: AbortSignal) => unknown;

/** What makes authentication healthy. */
export interface AuthHealthOptions {
  /** Records the state of each dependency. Default: the default meter. */
  readonly meter?: AuthMeter;
  /** Checks by name of the dependency; declare the same names in the meter's option `dependencies`. */
  readonly checks: Readonly<Record<string, DependencyCheck>>;
  /** How long one check may take, 1 to 60,000 milliseconds. Default 2,000. */
  readonly timeoutMilliseconds?: number;
}

/** The result of one check. What went wrong is told by one word, never by the error's text. */
export interface DependencyHealth {
  readonly status: 'up' | 'down';
  readonly durationMilliseconds: number;
  /** Absent when it is up. */
  readonly cause?: 'failed' | 'timeout';
}

/** Up when everything is. */
export interface AuthHealthReport {
  readonly status: 'up' | 'down';
  readonly checks: Readonly<Record<string, DependencyHealth>>;
}

/** How a request for the health is answered. */
export interface AuthHealthAnswer {
  readonly status: 200 | 503;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, as JSON. */
  readonly report: AuthHealthReport;
}

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
};
const DEFAULT_TIMEOUT_MILLISECONDS = 2000;
const LONGEST_TIMEOUT_MILLISECONDS = 60_000;

const CHECKS: OptionChecks<AuthHealthOptions> = {
  meter: METER_CHECK,
  checks: {
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(
        ([name, check]) => isLabelValue(name) && typeof check === 'function',
      ),
    allowed: 'an object of functions by the name of the dependency',
  },
  timeoutMilliseconds: isIntegerBetween(1, LONGEST_TIMEOUT_MILLISECONDS),
};

/**
 * Makes the health check of authentication. All checks run at once; callers that ask while they run share one
 * run. Each run records `auth.dependency.up` and its duration. The request that asks, if one is given, is no
 * authentication attempt.
 *
 * @throws AuthmeterOptionError for options that cannot be used.
 */
export function createAuthHealth(
  owner: string,
  given: AuthHealthOptions,
): (request?: object) => Promise<AuthHealthAnswer> {
  const options = checkOptions(owner, given, CHECKS);
  const { meter = getDefaultAuthMeter(), checks = {} } = options;
  const { timeoutMilliseconds = DEFAULT_TIMEOUT_MILLISECONDS } = options;
  let running: Promise<AuthHealthReport> | undefined;
  return async (request) => {
    if (request !== undefined) exchangeInProgress(request)?.abandon();
    running ??= runAll(meter, checks, timeoutMilliseconds).finally(() => {
      running = undefined;
    });
    const report = await running;
    return { status: report.status === 'up' ? 200 : 503, headers: HEADERS, report };
  };
}

async function runAll(
  meter: AuthMeter,
  checks: Readonly<Record<string, DependencyCheck>>,
  timeoutMilliseconds: number,
): Promise<AuthHealthReport> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([dependency, check]) => {
      const health = await runOne(check, timeoutMilliseconds);
      meter.record({
        kind: 'dependency_check',
        dependency,
        up: health.status === 'up',
        durationSeconds: health.durationMilliseconds / 1000,
      });
      return [dependency, health] as const;
    }),
  );
  const isUp = results.every(([, { status }]) => status === 'up');
  return { status: isUp ? 'up' : 'down', checks: Object.fromEntries(results) };
}

async function runOne(
  check: DependencyCheck,
  timeoutMilliseconds: number,
): Promise<DependencyHealth> {
  const startedAt = performance.now();
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(() => {
      resolve('timeout');
    }, timeoutMilliseconds);
  });
  const answer = new Promise((resolve) => {
    resolve(check(controller.signal));
  }).then(
    (result) => (result === false ? ('failed' as const) : undefined),
    () => 'failed' as const,
  );
  const cause = await Promise.race([answer, tooLate]);
  clearTimeout(timer);
  if (cause === 'timeout') controller.abort();
  const durationMilliseconds = performance.now() - startedAt;
  return cause === undefined
    ? { status: 'up', durationMilliseconds }
    : { status: 'down', durationMilliseconds, cause };
}
