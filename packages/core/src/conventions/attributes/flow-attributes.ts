import {
  GUEST_EVENTS,
  HASH_ALGORITHMS,
  HASH_OPERATIONS,
  MFA_FACTORS,
  MFA_STAGES,
  OAUTH_STEPS,
  PASSWORD_RESET_EVENTS,
} from '../vocabulary/flows';
import type { AttributeDefinition } from './attribute-definition';

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
