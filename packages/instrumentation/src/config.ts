import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  AuthmeterOptionError,
  checkOptions,
  isBoolean,
  type AuthMeter,
  type AuthMeterOptions,
  type HttpAuthOptions,
  type OptionChecks,
} from '@authmeter/core';
import type { InstrumentationConfig } from '@opentelemetry/instrumentation';
import { LIBRARIES, type LibraryName } from './library-names';

/** Options of `AuthInstrumentation`; all have defaults. */
export interface AuthInstrumentationConfig extends InstrumentationConfig {
  /** Libraries to leave alone: `{ bcrypt: false }`. Default: all are patched. */
  readonly libraries?: Readonly<Partial<Record<LibraryName, boolean>>>;
  /** How requests are read: operations of routes, proxies, headers, cookies. Default: as in an adapter. */
  readonly http?: HttpAuthOptions<IncomingMessage, ServerResponse>;
  /** Options of the meter, which becomes the default meter of the process; not together with `meter`. Default: none. */
  readonly meterOptions?: AuthMeterOptions;
  /** A meter of the host's own; for spans, give it `createSpanObserver()` as an observer. Default: one is made. */
  readonly meter?: AuthMeter;
  /** Whether the active span is told how authentication ended. Default true; without meaning with `meter`. */
  readonly spans?: boolean;
}

const OWNER = 'AuthInstrumentation';

const isObject = {
  accepts: (value: unknown): boolean => typeof value === 'object' && value !== null,
  allowed: 'an object',
};

const CHECKS: OptionChecks<AuthInstrumentationConfig> = {
  enabled: isBoolean,
  libraries: {
    accepts: isLibraryTable,
    allowed: `an object with true or false for some of ${LIBRARIES.join(', ')}`,
  },
  http: isObject,
  meterOptions: isObject,
  meter: {
    accepts: (value) => isObject.accepts(value) && 'openExchange' in (value as object),
    allowed: 'a meter made by createAuthMeter',
  },
  spans: isBoolean,
};

/**
 * Checks the options. Those of `http` and `meterOptions` are checked where they are used.
 *
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function checkConfig(given: AuthInstrumentationConfig): AuthInstrumentationConfig {
  const config = checkOptions(OWNER, given, CHECKS);
  if (config.meter !== undefined && config.meterOptions !== undefined) {
    const { meterOptions } = config;
    throw new AuthmeterOptionError(OWNER, 'meterOptions', meterOptions, 'nothing beside "meter"');
  }
  return config;
}

function isLibraryTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([name, isOn]) =>
      (LIBRARIES as readonly string[]).includes(name) &&
      ['boolean', 'undefined'].includes(typeof isOn),
  );
}
