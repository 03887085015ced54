import {
  AuthmeterOptionError,
  checkOptions,
  isIntegerBetween,
  isLabelValueList,
  isOneOf,
  type OptionChecks,
} from '@authmeter/core';
import type { AuditProcessor } from './delivery/audit-processor';
import { EVENT_TYPES } from './events/event-type';
import { AUDIT_FORMATS, type AuditFormat } from './format/format';
import type { EventLimits } from './limits/event-limit';
import { isEventLimit } from './limits/is-event-limit';
import type { AuditLoggerProvider } from './output/logger-provider';
import type { AuditSink } from './output/sink';

/** Options of `createAuditLog`; all have defaults. */
export interface AuditLogOptions {
  /**
   * Where lines of JSON go: a `Writable`, a stream of pino's, or a function that opens one and is called again after a
   * failure. Default: none, events become OpenTelemetry log records.
   */
  readonly sink?: AuditSink | (() => AuditSink);
  /** How lines are written; only with `sink`. Default `otel`. */
  readonly format?: AuditFormat;
  /** Name of the service in lines; only with `sink`. Default: `OTEL_SERVICE_NAME`, else `unknown_service:node`. */
  readonly serviceName?: string;
  /** Where log records go; without `sink`. Default: the global provider, also one that is registered later. */
  readonly loggerProvider?: AuditLoggerProvider;
  /** The processor of that provider, so that its losses are counted and a flush reaches it. Default: none. */
  readonly processor?: AuditProcessor;
  /** Caps and shares by name of event; critical events take none. Default: none but `mostPerWindow`. */
  readonly limits?: EventLimits;
  /** Most events in a window of each name that anybody can cause any number of, 1 to 1,000,000. Default 600. */
  readonly mostPerWindow?: number;
  /** Length of the window that limits hold for, in seconds, 1 to 3,600. Default 60. */
  readonly windowSeconds?: number;
  /** Most events that wait, 8 to 1,000,000; the last eighth is for critical ones. Default 2,048. */
  readonly maxQueue?: number;
  /** What the host may say in `action` of a security event; any other is written as `_OTHER`. Default: none. */
  readonly actions?: readonly string[];
}

/** Options with their defaults filled in. */
export interface AuditSettings {
  readonly sink: AuditLogOptions['sink'];
  readonly format: AuditFormat;
  readonly serviceName: string;
  readonly loggerProvider: AuditLoggerProvider | undefined;
  readonly processor: AuditProcessor | undefined;
  readonly limits: EventLimits;
  readonly mostPerWindow: number;
  readonly windowSeconds: number;
  readonly maxQueue: number;
  readonly actions: readonly string[];
}

const OWNER = 'createAuditLog';
const LONGEST_SERVICE_NAME = 256;
const LIMITED_NAMES = EVENT_TYPES.filter(({ isCritical }) => !isCritical).map(
  ({ definition }) => definition.name as string,
);

const hasMethods = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => typeof (value as Record<string, unknown>)[name] === 'function');

const CHECKS: OptionChecks<AuditLogOptions> = {
  sink: {
    accepts: (value) => typeof value === 'function' || hasMethods(value, ['write', 'on']),
    allowed: 'a stream with write() and on(), or a function that opens one',
  },
  format: isOneOf(AUDIT_FORMATS),
  serviceName: {
    accepts: (value) =>
      typeof value === 'string' && value !== '' && value.length <= LONGEST_SERVICE_NAME,
    allowed: `a text of 1 to ${String(LONGEST_SERVICE_NAME)} characters`,
  },
  loggerProvider: {
    accepts: (value) => hasMethods(value, ['getLogger']),
    allowed: 'an OpenTelemetry LoggerProvider',
  },
  processor: {
    accepts: (value) => hasMethods(value, ['onEmit', 'forceFlush', 'reportDropsTo']),
    allowed: 'what createAuditProcessor returned',
  },
  limits: {
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(
        ([name, limit]) => LIMITED_NAMES.includes(name) && isEventLimit(limit),
      ),
    allowed:
      'an object from names of events that are not critical to { mostPerWindow, share }: 1 to 1,000,000 or Infinity, ' +
      'and above 0 to 1',
  },
  mostPerWindow: isIntegerBetween(1, 1_000_000),
  windowSeconds: isIntegerBetween(1, 3600),
  maxQueue: isIntegerBetween(8, 1_000_000),
  actions: isLabelValueList,
};

/** Options that mean nothing beside a sink, and the other way round. */
const WITH_SINK_ONLY = ['format', 'serviceName'] as const;
const WITHOUT_SINK_ONLY = ['loggerProvider', 'processor'] as const;

/**
 * Checks the options and fills in defaults.
 *
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function resolveAuditOptions(given?: AuditLogOptions): AuditSettings {
  const options = checkOptions(OWNER, given, CHECKS);
  const misplaced = options.sink === undefined ? WITH_SINK_ONLY : WITHOUT_SINK_ONLY;
  for (const name of misplaced) {
    if (options[name] === undefined) continue;
    const allowed = `nothing ${options.sink === undefined ? 'without' : 'beside'} the option "sink"`;
    throw new AuthmeterOptionError(OWNER, name, options[name], allowed);
  }
  return {
    sink: options.sink,
    format: options.format ?? 'otel',
    serviceName: options.serviceName ?? serviceNameOfEnvironment(),
    loggerProvider: options.loggerProvider,
    processor: options.processor,
    limits: options.limits ?? {},
    mostPerWindow: options.mostPerWindow ?? 600,
    windowSeconds: options.windowSeconds ?? 60,
    maxQueue: options.maxQueue ?? 2048,
    actions: options.actions ?? [],
  };
}

/** OpenTelemetry has an empty variable mean what an unset one does. */
function serviceNameOfEnvironment(): string {
  const name = (process.env['OTEL_SERVICE_NAME'] ?? '').slice(0, LONGEST_SERVICE_NAME);
  return name === '' ? 'unknown_service:node' : name;
}
