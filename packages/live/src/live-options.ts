import type { IncomingMessage } from 'node:http';
import {
  checkOptions,
  isBoolean,
  isFunction,
  SYSTEM_CLOCK,
  type Clock,
  type OptionChecks,
} from '@authmeter/core';
import { ALERT_PARAMETERS } from '@authmeter/core/conventions';
import { alertLimits, areThresholds, type Thresholds } from './findings/alert-limits';
import type { GateOptions } from './http/gate';
import type { SessionSettings } from './live-session';

/** Options of `createLive`; all have defaults. `Request` is whatever the framework calls a request. */
export interface LiveOptions<Request = IncomingMessage> {
  /**
   * Decides for each request whether it may see the page; anything but true, a throw and a rejection refuse it. It gets
   * Express' request, Koa's context, Nest's request or Node's. Default: this machine only, and nobody in production.
   */
  readonly authorize?: (request: Request) => boolean | Promise<boolean>;
  /** Where the page is, unless Express or koa-mount say so. Default: `/auth-live`. */
  readonly path?: string;
  /** Names of this machine, besides localhost, that a request without `authorize` may use. Default: none. */
  readonly allowedHosts?: readonly string[];
  /** Whether masked sources are shown. Default: true. */
  readonly showSources?: boolean;
  /** Whether hashed accounts are shown. Default: true. */
  readonly showAccounts?: boolean;
  /** Limits of alerts that differ, by name of parameter. Default: those of the alerts. */
  readonly thresholds?: Thresholds;
  /** Address of a runbook; `{alert}` stands for the alert's name. Default: the pages of this project. */
  readonly runbookUrl?: string;
  /** Factor, for demonstrations: windows, waits and counts of the findings are divided by it, 1 to 600. Default: 1. */
  readonly timeScale?: number;
  /** For tests. Default: the system's clocks. */
  readonly clock?: Clock;
}

/** The options, checked, with their defaults. */
export interface LiveSettings {
  readonly gate: GateOptions;
  /** Without a slash at its end; empty at the root. */
  readonly mount: string;
  readonly session: SessionSettings;
  readonly clock: Clock;
}

const OWNER = 'createLive';
const DOCS = 'https://github.com/authmeter/authmeter/blob/main/docs/';
const DEFAULTS = { path: '/auth-live', runbookUrl: `${DOCS}runbooks/{alert}.md`, timeScale: 1 };
const MOST_TIME_SCALE = 600;
const PATH = /^(\/[\w.~%-]+)+\/?$|^\/$/;
const HOST = /^[a-z\d]([a-z\d.-]{0,252}[a-z\d])?$/i;

const CHECKS: OptionChecks<LiveOptions<never>> = {
  authorize: isFunction,
  path: {
    accepts: (value) => typeof value === 'string' && PATH.test(value),
    allowed: 'a path that begins with a slash, such as "/auth-live"',
  },
  allowedHosts: {
    accepts: (value) =>
      Array.isArray(value) && value.every((host) => typeof host === 'string' && HOST.test(host)),
    allowed: 'an array of host names, without ports',
  },
  showSources: isBoolean,
  showAccounts: isBoolean,
  thresholds: {
    accepts: areThresholds,
    allowed: `numbers, each within its range, by ${ALERT_PARAMETERS.map(({ name }) => name).join(', ')}`,
  },
  runbookUrl: {
    accepts: (value) => typeof value === 'string' && /^(https?:\/\/|\/)\S+$/.test(value),
    allowed: 'an address with http or https, or a path',
  },
  timeScale: {
    accepts: (value) => typeof value === 'number' && value >= 1 && value <= MOST_TIME_SCALE,
    allowed: `a number from 1 to ${String(MOST_TIME_SCALE)}`,
  },
  clock: { accepts: (value) => typeof value === 'object' && value !== null, allowed: 'a clock' },
};

/**
 * Checks the options and fills in the defaults.
 *
 * @throws AuthmeterOptionError naming the option, what was given and what is allowed.
 */
export function resolveLiveOptions<Request>(given?: LiveOptions<Request>): LiveSettings {
  const options = checkOptions<LiveOptions<Request>>(OWNER, given, CHECKS);
  const { path = DEFAULTS.path, timeScale = DEFAULTS.timeScale } = options;
  return {
    gate: {
      authorize: options.authorize,
      allowedHosts: (options.allowedHosts ?? []).map((host) => host.toLowerCase()),
      refusesInProduction: true,
    },
    mount: path.replace(/\/$/, ''),
    session: {
      limits: alertLimits(options.thresholds ?? {}, timeScale),
      start: {
        docs: DOCS,
        runbooks: options.runbookUrl ?? DEFAULTS.runbookUrl,
        timeScale,
        showsSources: options.showSources ?? true,
        showsAccounts: options.showAccounts ?? true,
      },
    },
    clock: options.clock ?? SYSTEM_CLOCK,
  };
}
