import { ERROR_TYPE, METHOD, REASON } from '../attributes/attempt-attributes';
import type { AttributeDefinition } from '../attributes/attribute-definition';
import { MFA_FACTOR } from '../attributes/flow-attributes';
import { LIMITER, LOCKOUT_CAUSE, POLICY, SECURITY_EVENT } from '../attributes/security-attributes';
import { END_CAUSE, GRANT_TYPE, TOKEN_TYPE } from '../attributes/token-attributes';

/** How a value is made safe to leave. Whatever cannot be made safe is left out. */
export type EventValueTreatment =
  | 'masked_address'
  | 'country'
  | 'hashed_account'
  | 'hashed_session'
  | 'route_template'
  | 'listed'
  | 'declared_action'
  | 'event_name'
  | 'hashed_locally'
  | 'instant'
  | 'count'
  | 'seconds';

/** What an event carries under one key. */
export interface EventAttribute {
  /** A name of OpenTelemetry's registry, or a word that metrics use too. */
  readonly key: string;
  /** The field of the observation that it is read from. */
  readonly field: string;
  readonly meaning: string;
  readonly treatment: EventValueTreatment;
  /** For `listed`: where the values come from. */
  readonly list?: AttributeDefinition;
}

/** A value out of the list that the metric attribute has. */
function listed<Field extends string>(field: Field, list: AttributeDefinition, key = list.key) {
  return { key, field, meaning: list.meaning, treatment: 'listed', list } as const;
}

/** Who and where: every event carries what is known of it. */
export const SUBJECT_ATTRIBUTES = {
  address: {
    key: 'client.address',
    field: 'sourceAddress',
    meaning: 'Masked source: IPv4 /24, IPv6 /48, or `unknown`.',
    treatment: 'masked_address',
  },
  country: {
    key: 'geo.country.iso_code',
    field: 'sourceAddress',
    meaning: 'Where the source is, ISO 3166-1 alpha-2; only with the option `locateCountry`.',
    treatment: 'country',
  },
  account: {
    key: 'user.hash',
    field: 'accountId',
    meaning: 'Keyed hash of the account, as in `user_id` of metrics; absent without a key.',
    treatment: 'hashed_account',
  },
  session: {
    key: 'session.id',
    field: 'sessionId',
    meaning: 'Keyed hash of the session id; absent without a key, never the id itself.',
    treatment: 'hashed_session',
  },
  route: {
    key: 'http.route',
    field: 'route',
    meaning: 'The route template.',
    treatment: 'route_template',
  },
} as const satisfies Record<string, EventAttribute>;

/** Why it failed: every event of a failure carries both. */
export const FAILURE_ATTRIBUTES = [
  listed('errorType', ERROR_TYPE),
  listed('reason', REASON),
] as const satisfies readonly EventAttribute[];

/** What only some events carry. */
export const DETAIL_ATTRIBUTES = {
  method: listed('method', METHOD),
  factor: listed('factor', MFA_FACTOR),
  tokenType: listed('tokenType', TOKEN_TYPE),
  grantType: listed('grantType', GRANT_TYPE),
  endCause: listed('cause', END_CAUSE),
  lockoutCause: listed('cause', LOCKOUT_CAUSE),
  limiter: listed('limiter', LIMITER),
  policy: listed('policy', POLICY),
  kind: listed('event', SECURITY_EVENT, 'kind'),
  failedAttempts: {
    key: 'failed_attempts',
    field: 'failedAttempts',
    meaning: 'How many failed attempts are behind it.',
    treatment: 'count',
  },
  windowSeconds: {
    key: 'window_seconds',
    field: 'windowSeconds',
    meaning: 'The window that they were counted in, in seconds.',
    treatment: 'seconds',
  },
  accounts: {
    key: 'accounts',
    field: 'accounts',
    meaning: 'How many accounts they were aimed at, estimated.',
    treatment: 'count',
  },
  sources: {
    key: 'sources',
    field: 'sources',
    meaning: 'How many sources they came from, estimated.',
    treatment: 'count',
  },
  since: {
    key: 'since',
    field: 'sinceEpochMilliseconds',
    meaning: 'When it began, ISO 8601.',
    treatment: 'instant',
  },
  detectionId: {
    key: 'detection_id',
    field: 'detectionId',
    meaning: 'Ties the end of a detection to its start.',
    treatment: 'hashed_locally',
  },
  action: {
    key: 'action',
    field: 'action',
    meaning: 'What was done about it.',
    treatment: 'declared_action',
  },
} as const satisfies Record<string, EventAttribute>;

/** What is behind a detection. */
export const EVIDENCE_ATTRIBUTES = [
  DETAIL_ATTRIBUTES.failedAttempts,
  DETAIL_ATTRIBUTES.windowSeconds,
  DETAIL_ATTRIBUTES.accounts,
  DETAIL_ATTRIBUTES.sources,
  DETAIL_ATTRIBUTES.since,
  DETAIL_ATTRIBUTES.detectionId,
  DETAIL_ATTRIBUTES.action,
] as const satisfies readonly EventAttribute[];
