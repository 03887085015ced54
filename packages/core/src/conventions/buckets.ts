/** Upper bounds in seconds, 1 minute to 24 hours. Source: seed 000. */
export const TOKEN_AGE_BUCKETS_SECONDS = [60, 300, 900, 1800, 3600, 7200, 14400, 28800, 86400];

/** Upper bounds in seconds, 0 to 30 days; a token that never expires falls above the last. */
export const REMAINING_LIFETIME_BUCKETS_SECONDS = [
  0, 30, 60, 300, 900, 1800, 3600, 14400, 86400, 604800, 2592000,
];

/** Upper bounds in seconds; the alert thresholds 0.5, 1 and 2 are bounds, so no quantile is interpolated across one. */
export const OPERATION_BUCKETS_SECONDS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2, 2.5, 5, 7.5, 10,
];

/** Upper bounds in seconds, 50 microseconds (one HMAC) to 1 second (one remote key). */
export const TOKEN_VALIDATION_BUCKETS_SECONDS = [
  0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
];

/** Upper bounds in seconds; password hashing is meant to take a tenth of a second or more. */
export const PASSWORD_HASH_BUCKETS_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5];

/** Upper bounds in seconds, 1 minute to 30 days. */
export const SESSION_BUCKETS_SECONDS = [60, 300, 900, 3600, 14400, 28800, 86400, 604800, 2592000];
