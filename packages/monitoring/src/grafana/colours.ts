import type { AuthOutcome, AuthReason } from '@authmeter/core/conventions';

/**
 * Colours that hold a contrast of 3 or more on both themes of Grafana. The ten reasons share six colours, one for
 * each who has to act: ten hues cannot be told apart by everybody, six can.
 */
export const OUTCOME_COLOURS: Readonly<Record<AuthOutcome, string>> = {
  success: '#4859fc',
  failure: '#d80d00',
};

const CREDENTIALS = '#b14300';
const VALIDITY = '#f36924';
const NOTHING_USABLE = '#5c93f5';
const NOT_NOW = '#5358cf';
const PERMISSION = '#bb839b';
const OUR_SIDE = '#815d7b';

export const REASON_COLOURS: Readonly<Record<AuthReason, string>> = {
  invalid_credentials: CREDENTIALS,
  expired_token: VALIDITY,
  missing_auth: NOTHING_USABLE,
  invalid_format: NOTHING_USABLE,
  rate_limited: NOT_NOW,
  account_restricted: NOT_NOW,
  insufficient_permissions: PERMISSION,
  dependency_error: OUR_SIDE,
  internal_error: OUR_SIDE,
  unknown: OUR_SIDE,
};

/** Named colours of Grafana, which fit either theme. */
export const STATE_COLOURS = {
  good: 'green',
  warning: 'orange',
  critical: 'red',
  plain: 'text',
  /** For marks that are no alarm. */
  mark: 'blue',
  quietMark: 'purple',
} as const;
