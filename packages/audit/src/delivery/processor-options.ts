import {
  AuthmeterOptionError,
  checkOptions,
  isIntegerBetween,
  type OptionChecks,
} from '@authmeter/core';
import type { LogExporter } from './log-exporter';

/** Options of `createAuditProcessor`. */
export interface AuditProcessorOptions {
  /** Where records are sent, for example an `OTLPLogExporter`. */
  readonly exporter: LogExporter;
  /** Most records that wait, 8 to 1,000,000; the last eighth is for critical ones. Default 4,096. */
  readonly maxQueue?: number;
  /** Most records in one export, 1 to 10,000. Default 512. */
  readonly maxBatch?: number;
  /** How long a record waits for others, in milliseconds, 0 to 60,000. Default 1,000. */
  readonly delayMilliseconds?: number;
  /** How long an export may take, in milliseconds, 100 to 300,000. Default 30,000. */
  readonly exportTimeoutMilliseconds?: number;
  /** Pause after a failed export, in milliseconds, 10 to 300,000; doubles with each, up to 30 s. Default 1,000. */
  readonly retryMilliseconds?: number;
}

/** Options with their defaults filled in. */
export type ProcessorSettings = Required<AuditProcessorOptions>;

const CHECKS: OptionChecks<AuditProcessorOptions> = {
  exporter: {
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      ['export', 'shutdown'].every(
        (name) => typeof (value as Record<string, unknown>)[name] === 'function',
      ),
    allowed: 'an exporter of log records with export() and shutdown()',
  },
  maxQueue: isIntegerBetween(8, 1_000_000),
  maxBatch: isIntegerBetween(1, 10_000),
  delayMilliseconds: isIntegerBetween(0, 60_000),
  exportTimeoutMilliseconds: isIntegerBetween(100, 300_000),
  retryMilliseconds: isIntegerBetween(10, 300_000),
};

/**
 * Checks the options and fills in defaults.
 *
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function resolveProcessorOptions(given: AuditProcessorOptions): ProcessorSettings {
  const owner = 'createAuditProcessor';
  const options = checkOptions<Partial<AuditProcessorOptions>>(owner, given, CHECKS);
  const { exporter } = options;
  if (exporter === undefined) {
    throw new AuthmeterOptionError(owner, 'exporter', exporter, CHECKS.exporter.allowed);
  }
  return {
    exporter,
    maxQueue: options.maxQueue ?? 4096,
    maxBatch: options.maxBatch ?? 512,
    delayMilliseconds: options.delayMilliseconds ?? 1000,
    exportTimeoutMilliseconds: options.exportTimeoutMilliseconds ?? 30_000,
    retryMilliseconds: options.retryMilliseconds ?? 1000,
  };
}
