import {
  ATTEMPTS,
  AUTHORIZATIONS,
  CREDENTIAL_ROTATIONS,
  ERRORS,
  FOLDED,
  GUESTS,
  INSTRUMENTATION_FAILURES,
  LOCKOUTS,
  LOGINS,
  LOGOUTS,
  OAUTH_STEPS_TAKEN,
  PASSWORD_RESETS,
  prometheusName,
  RATE_LIMIT_HITS,
  RATE_LIMIT_REQUESTS,
  REGISTRATIONS,
  SECURITY_EVENTS_DETECTED,
  SESSIONS_ACTIVE,
  SOURCE_FAILURES,
  TOKEN_ISSUANCES,
  TOKEN_REFRESHES,
  TOKEN_REVOCATIONS,
  TOKEN_VALIDATIONS,
  USER_ID,
} from '@authmeter/core/conventions';
import { sumSeries, type Sample } from './scrape';

/** What can be known from the outside. Of the last two nothing may happen at all. */
const COMPARED_METRICS = [
  ATTEMPTS,
  LOGINS,
  OAUTH_STEPS_TAKEN,
  LOGOUTS,
  REGISTRATIONS,
  TOKEN_VALIDATIONS,
  TOKEN_ISSUANCES,
  TOKEN_REFRESHES,
  TOKEN_REVOCATIONS,
  SESSIONS_ACTIVE,
  PASSWORD_RESETS,
  GUESTS,
  AUTHORIZATIONS,
  RATE_LIMIT_REQUESTS,
  RATE_LIMIT_HITS,
  LOCKOUTS,
  SOURCE_FAILURES,
  SECURITY_EVENTS_DETECTED,
  ERRORS,
  CREDENTIAL_ROTATIONS,
  FOLDED,
  INSTRUMENTATION_FAILURES,
];
const COMPARED_NAMES = new Set(COMPARED_METRICS.map((metric) => prometheusName(metric)));
/** Hashed inside the service, so nobody outside can tell it. */
const UNKNOWABLE_LABELS = [USER_ID.key];

/** A series on which the two sides disagree. */
export interface Difference {
  readonly series: string;
  /** What the traffic did. */
  readonly sent: number;
  /** What the metrics say. */
  readonly counted: number;
}

/** The result of a comparison. */
export interface Comparison {
  /** Series that are not zero on both sides. */
  readonly comparedSeries: number;
  /** Sorted by series. */
  readonly differences: readonly Difference[];
}

/** Compares both ways: nothing may be missing and nothing may be there that did not happen. */
export function compare(
  truth: ReadonlyMap<string, number>,
  samples: readonly Sample[],
): Comparison {
  const known = samples.filter(({ name }) => COMPARED_NAMES.has(name));
  const metrics = sumSeries(known, UNKNOWABLE_LABELS);
  const rows = [...new Set([...truth.keys(), ...metrics.keys()])]
    .sort()
    .map((series) => ({
      series,
      sent: truth.get(series) ?? 0,
      counted: metrics.get(series) ?? 0,
    }))
    .filter(({ sent, counted }) => sent !== 0 || counted !== 0);
  return {
    comparedSeries: rows.length,
    differences: rows.filter(({ sent, counted }) => sent !== counted),
  };
}
