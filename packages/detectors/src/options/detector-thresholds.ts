import type { ThresholdsOf } from './detector-settings';

/** The thresholds of every detector. Their defaults are in `DETECTOR_SETTINGS`. */
export interface DetectorThresholds {
  /** Many failures on one account, fast or slow. Default: 15 in 5 minutes, 40 in an hour. */
  readonly bruteForce?: ThresholdsOf<'bruteForce'>;
  /** Many accounts, a few tries each, from one source or from a botnet. Default: 20 in 10 minutes, 40 in an hour. */
  readonly credentialStuffing?: ThresholdsOf<'credentialStuffing'>;
  /** Many accounts, steadily, from a group of sources. Default: 30 in an hour, from 2 sources. */
  readonly passwordSpray?: ThresholdsOf<'passwordSpray'>;
  /** A rotated refresh token that comes again. Default: after 30 seconds. */
  readonly tokenReuse?: ThresholdsOf<'tokenReuse'>;
  /** A success where many tries failed. Default: 15 in 10 minutes. */
  readonly successAfterFailures?: ThresholdsOf<'successAfterFailures'>;
  /** An unusual share of failures. Default: 30 failures, 6 deviations above the usual share. */
  readonly failureSpike?: ThresholdsOf<'failureSpike'>;
  /** Many tokens with a bad signature. Default: 30 of one source in a minute. */
  readonly signatureBurst?: ThresholdsOf<'signatureBurst'>;
  /** A session that is used after its end. Default: after 30 seconds. */
  readonly sessionUseAfterExpire?: ThresholdsOf<'sessionUseAfterExpire'>;
  /** An account in two places; needs `locate`. Default: 500 km, faster than 1,000 km/h. */
  readonly impossibleTravel?: ThresholdsOf<'impossibleTravel'>;
}
