import type { KeyObject } from 'node:crypto';
import { types } from 'node:util';
import type { MeterProvider } from '@opentelemetry/api';
import type { AuthErrorRule } from '../classify/error-rule';
import { ALLOW_LISTS, INSTRUMENT_NAME_STYLES } from '../conventions';
import type { AllowList, InstrumentNameStyle } from '../conventions';
import type { AuthObserver } from '../model/auth-observer';
import { MIN_KEY_BYTES } from '../privacy/pseudonymize';
import { SYSTEM_CLOCK, type Clock } from './clock';
import {
  checkOptions,
  isArrayOf,
  isBoolean,
  isFunction,
  isIntegerBetween,
  isLabelValueList,
  isOneOf,
  type OptionChecks,
} from './check-options';
import { isRecordingEnabled } from './environment';

export const RECORDING_MODES = ['batched', 'direct'] as const;
export type RecordingMode = (typeof RECORDING_MODES)[number];

/** Options of `createAuthMeter`; all have defaults. */
export interface AuthMeterOptions {
  /** Where instruments are created. Default: the global provider, also one that is registered later. */
  readonly meterProvider?: MeterProvider;
  /** Whether anything is recorded. Default: true, unless the environment says `METRICS_ENABLED=false`. */
  readonly enabled?: boolean;
  /** Put in front of every instrument name: `shop` gives `shop.auth.attempts`. Default: nothing. */
  readonly namespace?: string;
  /** `prometheus` uses the series names as instrument names, for back ends that translate nothing. Default `otel`. */
  readonly instrumentNames?: InstrumentNameStyle;
  /** The authentication methods in use; new names join the standard ones. Their failures start at zero. Default: none. */
  readonly methods?: readonly string[];
  /** Names of the rate limiters; any other is recorded as `_OTHER`. Default: none. */
  readonly limiters?: readonly string[];
  /** Names of the identity providers; any other is recorded as `_OTHER`. Default: none. */
  readonly providers?: readonly string[];
  /** Names of the authorization policies; any other is recorded as `_OTHER`. Default: none. */
  readonly policies?: readonly string[];
  /** Names of the checked dependencies; any other is recorded as `_OTHER`. Default: none. */
  readonly dependencies?: readonly string[];
  /** Secret of at least 16 bytes for hashing account ids; without one `user_id` is absent. Default: none. */
  readonly userIdKey?: string | Uint8Array | KeyObject;
  /** Exports account ids as they are, instead of hashed. Personal data leaves the process. Default false. */
  readonly unsafeRawUserIds?: boolean;
  /** Most addresses that ever earn a series of their own, 1 to 1,000. Default 100. */
  readonly maxSources?: number;
  /** Most accounts that ever earn a series of their own, 1 to 1,000. Default 100. */
  readonly maxAccounts?: number;
  /**
   * `batched` counts in memory and hands over at collection; `direct` calls the SDK for every event.
   * Both export the same points. Default `batched`.
   */
  readonly recording?: RecordingMode;
  /** Receive every observation after it was counted. Default: none. */
  readonly observers?: readonly AuthObserver[];
  /** Asked before the built-in rules why something failed. Default: none. */
  readonly errorRules?: readonly AuthErrorRule[];
  /** The ISO 3166-1 alpha-2 country of an address, or undefined; turns on `auth.source.countries`. Default: none. */
  readonly locateCountry?: (address: string) => string | undefined;
  /** Where time comes from; for tests. Default: the system's clocks. */
  readonly clock?: Clock;
}

/** Options with their defaults filled in; the only form that is read while recording. */
export interface ResolvedOptions {
  readonly meterProvider: MeterProvider | undefined;
  readonly enabled: boolean;
  readonly namespace: string | undefined;
  readonly instrumentNames: InstrumentNameStyle;
  readonly declared: Readonly<Record<AllowList, readonly string[]>>;
  readonly userIdKey: string | Uint8Array | KeyObject | undefined;
  readonly unsafeRawUserIds: boolean;
  readonly maxSources: number;
  readonly maxAccounts: number;
  readonly recording: RecordingMode;
  readonly observers: readonly AuthObserver[];
  readonly errorRules: readonly AuthErrorRule[];
  readonly locateCountry: ((address: string) => string | undefined) | undefined;
  readonly clock: Clock;
}

const DEFAULT_LEDGER_SERIES = 100;
const MOST_LEDGER_SERIES = 1000;
const NAMESPACE = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/;
const LONGEST_NAMESPACE = 64;

const CHECKS: OptionChecks<AuthMeterOptions> = {
  meterProvider: {
    accepts: (value) => hasMethod(value, 'getMeter'),
    allowed: 'an OpenTelemetry MeterProvider',
  },
  enabled: isBoolean,
  namespace: {
    accepts: (value) =>
      typeof value === 'string' && value.length <= LONGEST_NAMESPACE && NAMESPACE.test(value),
    allowed: `at most ${String(LONGEST_NAMESPACE)} letters, digits, _ and dots, each part starting with a letter`,
  },
  instrumentNames: isOneOf(INSTRUMENT_NAME_STYLES),
  methods: isLabelValueList,
  limiters: isLabelValueList,
  providers: isLabelValueList,
  policies: isLabelValueList,
  dependencies: isLabelValueList,
  userIdKey: {
    accepts: (value) => keyBytes(value) >= MIN_KEY_BYTES,
    allowed: `a string, Uint8Array or secret KeyObject of at least ${String(MIN_KEY_BYTES)} bytes`,
    secret: true,
  },
  unsafeRawUserIds: isBoolean,
  maxSources: isIntegerBetween(1, MOST_LEDGER_SERIES),
  maxAccounts: isIntegerBetween(1, MOST_LEDGER_SERIES),
  recording: isOneOf(RECORDING_MODES),
  observers: isArrayOf((item) => hasMethod(item, 'observe'), 'an array of objects with observe()'),
  errorRules: isArrayOf((item) => typeof item === 'function', 'an array of functions'),
  locateCountry: isFunction,
  clock: {
    accepts: (value) =>
      hasMethod(value, 'epochMilliseconds') && hasMethod(value, 'monotonicMilliseconds'),
    allowed: 'an object with epochMilliseconds() and monotonicMilliseconds()',
  },
};

/**
 * Checks the options and fills in defaults.
 *
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function resolveOptions(given?: AuthMeterOptions): ResolvedOptions {
  const options = checkOptions('createAuthMeter', given, CHECKS);
  const declared = Object.fromEntries(
    ALLOW_LISTS.map((list) => [list, [...new Set(options[list] ?? [])]]),
  ) as unknown as Record<AllowList, readonly string[]>;
  return {
    meterProvider: options.meterProvider,
    enabled: options.enabled ?? isRecordingEnabled(),
    namespace: options.namespace,
    instrumentNames: options.instrumentNames ?? 'otel',
    declared,
    userIdKey: options.userIdKey,
    unsafeRawUserIds: options.unsafeRawUserIds ?? false,
    maxSources: options.maxSources ?? DEFAULT_LEDGER_SERIES,
    maxAccounts: options.maxAccounts ?? DEFAULT_LEDGER_SERIES,
    recording: options.recording ?? 'batched',
    observers: [...(options.observers ?? [])],
    errorRules: [...(options.errorRules ?? [])],
    locateCountry: options.locateCountry,
    clock: options.clock ?? SYSTEM_CLOCK,
  };
}

function hasMethod(value: unknown, name: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Record<string, unknown>)[name] === 'function'
  );
}

function keyBytes(key: unknown): number {
  if (typeof key === 'string') return Buffer.byteLength(key);
  if (key instanceof Uint8Array) return key.byteLength;
  return types.isKeyObject(key) ? (key.symmetricKeySize ?? 0) : 0;
}
