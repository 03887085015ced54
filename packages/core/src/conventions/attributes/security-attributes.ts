import { COUNTRIES } from '../vocabulary/countries';
import {
  LOCKOUT_CAUSES,
  LOCKOUT_TRANSITIONS,
  RATE_LIMIT_RESULTS,
  SECURITY_EVENTS,
  SEVERITIES,
} from '../vocabulary/security';
import type { AttributeDefinition } from './attribute-definition';

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
