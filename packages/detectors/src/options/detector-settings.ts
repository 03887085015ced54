/** One number of a detector that its user may set. */
export interface SettingDefinition {
  readonly default: number;
  /** UCUM unit. */
  readonly unit: string;
  /** Least and most that make sense; both are allowed, and all are integers. */
  readonly least: number;
  readonly most: number;
  /** One sentence, shown in the docs. */
  readonly meaning: string;
}

const seconds = (byDefault: number, most: number, meaning: string): SettingDefinition => ({
  default: byDefault,
  unit: 's',
  least: 10,
  most,
  meaning,
});

const count = (
  byDefault: number,
  unit: string,
  meaning: string,
  { least = 2, most = 100_000 } = {},
): SettingDefinition => ({ default: byDefault, unit, least, most, meaning });

const HOUR = 3600;
const DAY = 24 * HOUR;
const LONGEST_LEEWAY = { least: 0, most: HOUR };
const REMEMBERED = { least: 8, most: 524_288 };

/**
 * Every threshold of every detector, with its default. Below half of it a detection is over. The defaults are
 * measured: docs/detectors.md says what they find and what they leave alone.
 */
export const DETECTOR_SETTINGS = {
  bruteForce: {
    failures: count(15, '{failure}', 'Failed tries on one account within the window.'),
    windowSeconds: seconds(300, DAY, 'The window of a fast attack. Source: seed 002.'),
    slowFailures: count(40, '{failure}', 'Failed tries on one account within the slow window.'),
    slowWindowSeconds: seconds(HOUR, 7 * DAY, 'The window of a slow attack.'),
    anonymousFailures: count(
      50,
      '{failure}',
      'Failed tries of one source within the window, where no account is told.',
    ),
  },
  credentialStuffing: {
    accounts: count(20, '{account}', 'Accounts that one source failed on within the window.'),
    windowSeconds: seconds(600, DAY, 'The window of a fast attack.'),
    slowAccounts: count(
      40,
      '{account}',
      'Accounts that one source failed on within the slow window.',
    ),
    slowWindowSeconds: seconds(HOUR, 7 * DAY, 'The window of a slow attack.'),
    triesPerAccount: count(3, '{failure}', 'More tries for each account are no stuffing.'),
    distributedAccounts: count(
      60,
      '{account}',
      'Accounts that many sources failed on within five minutes, in an unusual share of failures.',
    ),
    distributedSources: count(30, '{source}', 'Sources that take part in that, at least.'),
  },
  passwordSpray: {
    accounts: count(30, '{account}', 'Accounts that a group of sources failed on in the window.'),
    windowSeconds: seconds(HOUR, 7 * DAY, 'The window.'),
    accountsPerSource: count(4, '{account}', 'Accounts that each source of the group failed on.'),
    sources: count(2, '{source}', 'Sources of the group.'),
    triesPerAccount: count(3, '{failure}', 'More tries for each account are no spray.'),
  },
  tokenReuse: {
    leewaySeconds: count(
      30,
      's',
      'A spent token that comes again this soon is a race or a retry.',
      LONGEST_LEEWAY,
    ),
    remembered: count(
      16_384,
      '{token}',
      'Spent tokens, or families, that are remembered; half of them for certain.',
      REMEMBERED,
    ),
  },
  successAfterFailures: {
    failures: count(
      15,
      '{failure}',
      'Failed tries on one account before its success; a brute force that goes on is enough, too.',
    ),
    windowSeconds: seconds(600, DAY, 'The window.'),
    sources: count(5, '{source}', 'From so many failing sources on, any success is suspicious.'),
  },
  failureSpike: {
    failures: count(30, '{failure}', 'Failed tries in five minutes, at least.'),
    deviations: count(
      6,
      '1',
      'How many deviations above the usual share of failures. Median and MAD, not mean and variance.',
    ),
  },
  signatureBurst: {
    failures: count(30, '{failure}', 'Forged or foreign tokens of one source within the window.'),
    distributedFailures: count(60, '{failure}', 'The same of many sources, at least.'),
    windowSeconds: seconds(60, DAY, 'The window.'),
    deviations: count(6, '1', 'How many deviations above the usual number.'),
  },
  sessionUseAfterExpire: {
    leewaySeconds: count(
      30,
      's',
      'A session that is used this soon after its end was on its way.',
      LONGEST_LEEWAY,
    ),
    remembered: count(
      4096,
      '{session}',
      'Ended sessions that are remembered; half of them for certain.',
      REMEMBERED,
    ),
  },
  impossibleTravel: {
    kilometres: count(500, 'km', 'Shorter distances are within the error of such data.', {
      least: 50,
      most: 20_000,
    }),
    kilometresPerHour: count(1000, 'km/h', 'Nobody travels faster.', { least: 100 }),
    remembered: count(
      8192,
      '{account}',
      'Accounts whose places are remembered; half of them for certain.',
      REMEMBERED,
    ),
  },
} as const satisfies Record<string, Readonly<Record<string, SettingDefinition>>>;

type Settings = typeof DETECTOR_SETTINGS;

/** A detector's name in the options. */
export type DetectorName = keyof Settings;

/** The numbers of one detector, all given. */
export type SettingsOf<Name extends DetectorName> = {
  readonly [Setting in keyof Settings[Name]]: number;
};

/** Thresholds of one detector: what is left out keeps its default, `false` turns the detector off. */
export type ThresholdsOf<Name extends DetectorName> = Partial<SettingsOf<Name>> | false;
