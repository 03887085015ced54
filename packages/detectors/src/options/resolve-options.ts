import {
  checkOptions,
  isFunction,
  isIntegerBetween,
  isLabelValueList,
  SYSTEM_CLOCK,
  type OptionCheck,
  type OptionChecks,
} from '@authmeter/core';
import type { DetectorOptions, ResolvedDetectorOptions } from './detector-options';
import { DETECTOR_SETTINGS, type DetectorName, type SettingDefinition } from './detector-settings';

const OWNER = 'createDetectors';
const QUIET_SECONDS = { default: 600, least: 60, most: 86_400 };

const NAMES = Object.keys(DETECTOR_SETTINGS) as DetectorName[];

const isSettings: OptionCheck = {
  accepts: (value) =>
    value === false || (typeof value === 'object' && value !== null && !Array.isArray(value)),
  allowed: 'an object of thresholds, or false',
};

const CHECKS: OptionChecks<DetectorOptions> = {
  ...(Object.fromEntries(NAMES.map((name) => [name, isSettings])) as Record<
    DetectorName,
    OptionCheck
  >),
  onDetection: isFunction,
  actions: isLabelValueList,
  locate: isFunction,
  quietSeconds: isIntegerBetween(QUIET_SECONDS.least, QUIET_SECONDS.most),
  clock: {
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      'epochMilliseconds' in value &&
      'monotonicMilliseconds' in value,
    allowed: 'an object with epochMilliseconds() and monotonicMilliseconds()',
  },
};

/**
 * Checks the options and fills in defaults.
 *
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function resolveDetectorOptions(given?: DetectorOptions): ResolvedDetectorOptions {
  const options = checkOptions(OWNER, given, CHECKS);
  const settings = Object.fromEntries(NAMES.map((name) => [name, settingsOf(name, options[name])]));
  return {
    onDetection: options.onDetection,
    actions: new Set(options.actions ?? []),
    locate: options.locate,
    quietSeconds: options.quietSeconds ?? QUIET_SECONDS.default,
    clock: options.clock ?? SYSTEM_CLOCK,
    settings: settings as ResolvedDetectorOptions['settings'],
  };
}

function settingsOf(
  name: DetectorName,
  given: Readonly<Record<string, number | undefined>> | false | undefined,
): Readonly<Record<string, number>> | undefined {
  if (given === false) return undefined;
  const definitions: Readonly<Record<string, SettingDefinition>> = DETECTOR_SETTINGS[name];
  const entries = Object.entries(definitions);
  const checks = Object.fromEntries(
    entries.map(([setting, { least, most }]) => [setting, isIntegerBetween(least, most)]),
  );
  const checked = checkOptions<Record<string, number | undefined>>(
    `${OWNER}, option "${name}"`,
    given,
    checks,
  );
  return Object.fromEntries(
    entries.map(([setting, definition]) => [setting, checked[setting] ?? definition.default]),
  );
}
