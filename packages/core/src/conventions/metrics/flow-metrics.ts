import { OUTCOME } from '../attributes/attempt-attributes';
import {
  GUEST_EVENT,
  HASH_ALGORITHM,
  HASH_OPERATION,
  MFA_FACTOR,
  MFA_STAGE,
  OAUTH_STEP,
  PASSWORD_RESET_EVENT,
  PROVIDER,
} from '../attributes/flow-attributes';
import { PASSWORD_HASH_BUCKETS_SECONDS } from '../buckets';
import type { MetricDefinition } from '../metric-definition';

export const OAUTH_STEPS_TAKEN = {
  name: 'auth.oauth.steps',
  kind: 'counter',
  unit: '{step}',
  description: 'Steps of OAuth sign-ins.',
  attributes: [OAUTH_STEP, OUTCOME, PROVIDER],
  seeds: ['004'],
} as const satisfies MetricDefinition;

export const MFA_CHALLENGES = {
  name: 'auth.mfa.challenges',
  kind: 'counter',
  unit: '{challenge}',
  description: 'Second-factor challenges issued, answered or given up.',
  attributes: [MFA_FACTOR, MFA_STAGE, OUTCOME],
  seeds: ['002'],
} as const satisfies MetricDefinition;

export const PASSWORD_RESETS = {
  name: 'auth.password_reset.events',
  kind: 'counter',
  unit: '{event}',
  description: 'What happened in password resets.',
  attributes: [PASSWORD_RESET_EVENT],
  seeds: ['004'],
} as const satisfies MetricDefinition;

export const PASSWORD_HASH_DURATION = {
  name: 'auth.password.hash.duration.seconds',
  kind: 'histogram',
  unit: 's',
  description: 'Time that hashing or comparing one password took.',
  attributes: [HASH_ALGORITHM, HASH_OPERATION],
  buckets: PASSWORD_HASH_BUCKETS_SECONDS,
  seeds: ['003'],
} as const satisfies MetricDefinition;

export const GUESTS = {
  name: 'auth.guest.events',
  kind: 'counter',
  unit: '{event}',
  description: 'What happened to guest identities.',
  attributes: [GUEST_EVENT],
  seeds: ['004'],
} as const satisfies MetricDefinition;
