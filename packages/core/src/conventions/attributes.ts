import { COMPONENTS } from './vocabulary/components';
import { COUNTRIES } from './vocabulary/countries';
import { CREDENTIAL_STATES, CREDENTIAL_TYPES, KEY_LOOKUP_RESULTS } from './vocabulary/credentials';
import { AUTH_ERROR_TYPES } from './vocabulary/error-types';
import {
  GUEST_EVENTS,
  HASH_ALGORITHMS,
  HASH_OPERATIONS,
  MFA_FACTORS,
  MFA_STAGES,
  OAUTH_STEPS,
  PASSWORD_RESET_EVENTS,
} from './vocabulary/flows';
import { AUTH_METHODS } from './vocabulary/methods';
import { AUTH_OPERATIONS } from './vocabulary/operations';
import { AUTH_OUTCOMES } from './vocabulary/outcomes';
import { AUTH_REASONS } from './vocabulary/reasons';
import {
  LOCKOUT_CAUSES,
  LOCKOUT_TRANSITIONS,
  RATE_LIMIT_RESULTS,
  SECURITY_EVENTS,
  SEVERITIES,
} from './vocabulary/security';
import { END_CAUSES, GRANT_TYPES, TOKEN_TYPES } from './vocabulary/tokens';

/** Recorded in place of a value that is neither in the closed list nor declared in the options. */
export const OTHER_VALUE = '_OTHER';

/** Options that add values to an attribute's closed list. */
export const ALLOW_LISTS = [
  'methods',
  'limiters',
  'providers',
  'policies',
  'dependencies',
] as const;
export type AllowList = (typeof ALLOW_LISTS)[number];

/** What a metric attribute may hold. */
export interface AttributeDefinition {
  /** Attribute key; the Prometheus label is the same with dots as underscores. */
  readonly key: string;
  /** One sentence: what the value says. */
  readonly meaning: string;
  /** The closed list; empty where only an option or a ledger supplies values. */
  readonly values: readonly string[];
  /** The option that adds values to the list. */
  readonly extendedBy?: AllowList;
  /** Whether a value outside the list is recorded as `_OTHER`; where not, it is a bug and recorded nowhere. */
  readonly folds?: true;
  /** Values come from a bounded ledger of heavy hitters instead of a list. */
  readonly ledger?: 'address' | 'account';
}

export const OUTCOME = {
  key: 'outcome',
  meaning: 'How it ended.',
  values: AUTH_OUTCOMES,
} as const satisfies AttributeDefinition;

export const REASON = {
  key: 'reason',
  meaning: 'Why it failed, coarsely; absent on success.',
  values: AUTH_REASONS,
} as const satisfies AttributeDefinition;

export const ERROR_TYPE = {
  key: 'error.type',
  meaning: 'Why it failed, precisely; absent on success.',
  values: AUTH_ERROR_TYPES,
} as const satisfies AttributeDefinition;

export const METHOD = {
  key: 'method',
  meaning: 'How the caller authenticates.',
  values: AUTH_METHODS,
  extendedBy: 'methods',
  folds: true,
} as const satisfies AttributeDefinition;

export const OPERATION = {
  key: 'operation',
  meaning: 'What was going on.',
  values: AUTH_OPERATIONS,
} as const satisfies AttributeDefinition;

export const TOKEN_TYPE = {
  key: 'token_type',
  meaning: 'What kind of token.',
  values: TOKEN_TYPES,
  folds: true,
} as const satisfies AttributeDefinition;

export const GRANT_TYPE = {
  key: 'grant_type',
  meaning: 'By which OAuth grant the token was issued.',
  values: GRANT_TYPES,
  folds: true,
} as const satisfies AttributeDefinition;

export const END_CAUSE = {
  key: 'cause',
  meaning: 'Why it ended.',
  values: END_CAUSES,
} as const satisfies AttributeDefinition;

export const OAUTH_STEP = {
  key: 'step',
  meaning: 'Which step of the OAuth flow.',
  values: OAUTH_STEPS,
} as const satisfies AttributeDefinition;

export const PROVIDER = {
  key: 'provider',
  meaning: 'Which identity provider.',
  values: [],
  extendedBy: 'providers',
  folds: true,
} as const satisfies AttributeDefinition;

export const MFA_FACTOR = {
  key: 'factor',
  meaning: 'Which second factor.',
  values: MFA_FACTORS,
  folds: true,
} as const satisfies AttributeDefinition;

export const MFA_STAGE = {
  key: 'stage',
  meaning: 'How far the challenge came.',
  values: MFA_STAGES,
} as const satisfies AttributeDefinition;

export const PASSWORD_RESET_EVENT = {
  key: 'event',
  meaning: 'What happened in the reset.',
  values: PASSWORD_RESET_EVENTS,
} as const satisfies AttributeDefinition;

export const GUEST_EVENT = {
  key: 'event',
  meaning: 'What happened to the guest identity.',
  values: GUEST_EVENTS,
} as const satisfies AttributeDefinition;

export const HASH_ALGORITHM = {
  key: 'algorithm',
  meaning: 'Which password hash.',
  values: HASH_ALGORITHMS,
  folds: true,
} as const satisfies AttributeDefinition;

export const HASH_OPERATION = {
  key: 'operation',
  meaning: 'Whether a password was hashed or compared.',
  values: HASH_OPERATIONS,
} as const satisfies AttributeDefinition;

export const POLICY = {
  key: 'policy',
  meaning: 'Which policy, role or scope check decided.',
  values: [],
  extendedBy: 'policies',
  folds: true,
} as const satisfies AttributeDefinition;

export const LIMITER = {
  key: 'limiter',
  meaning: 'Which rate limiter.',
  values: [],
  extendedBy: 'limiters',
  folds: true,
} as const satisfies AttributeDefinition;

export const RATE_LIMIT_RESULT = {
  key: 'result',
  meaning: 'What the limiter decided.',
  values: RATE_LIMIT_RESULTS,
} as const satisfies AttributeDefinition;

export const LOCKOUT_CAUSE = {
  key: 'cause',
  meaning: 'Why the account was locked.',
  values: LOCKOUT_CAUSES,
} as const satisfies AttributeDefinition;

export const LOCKOUT_TRANSITION = {
  key: 'transition',
  meaning: 'What happened to the lock.',
  values: LOCKOUT_TRANSITIONS,
} as const satisfies AttributeDefinition;

export const SECURITY_EVENT = {
  key: 'event',
  meaning: 'What was detected.',
  values: SECURITY_EVENTS,
} as const satisfies AttributeDefinition;

export const SEVERITY = {
  key: 'severity',
  meaning: 'How bad it is.',
  values: SEVERITIES,
} as const satisfies AttributeDefinition;

export const CREDENTIAL_TYPE = {
  key: 'credential_type',
  meaning: 'What kind of credential of the service itself.',
  values: CREDENTIAL_TYPES,
} as const satisfies AttributeDefinition;

export const CREDENTIAL_STATE = {
  key: 'state',
  meaning: 'Its place in a rotation.',
  values: CREDENTIAL_STATES,
} as const satisfies AttributeDefinition;

export const KEY_LOOKUP_RESULT = {
  key: 'result',
  meaning: 'How the verification key was found.',
  values: KEY_LOOKUP_RESULTS,
} as const satisfies AttributeDefinition;

export const DEPENDENCY = {
  key: 'dependency',
  meaning: 'What was checked.',
  values: [],
  extendedBy: 'dependencies',
  folds: true,
} as const satisfies AttributeDefinition;

export const COUNTRY = {
  key: 'country',
  meaning: 'Where the request came from, ISO 3166-1 alpha-2.',
  values: COUNTRIES,
  folds: true,
} as const satisfies AttributeDefinition;

export const IP_ADDRESS = {
  key: 'ip_address',
  meaning:
    'Masked source: IPv4 /24, IPv6 /48, `unknown`, or `other` when it has not earned a series.',
  values: [],
  ledger: 'address',
} as const satisfies AttributeDefinition;

export const USER_ID = {
  key: 'user_id',
  meaning:
    'Keyed hash of the account, or `other` when it has not earned a series; absent without a key.',
  values: [],
  ledger: 'account',
} as const satisfies AttributeDefinition;

export const COMPONENT = {
  key: 'component',
  meaning: 'Which part of Authmeter.',
  values: COMPONENTS,
} as const satisfies AttributeDefinition;
