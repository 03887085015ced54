import { AUTH_ERROR_TYPES } from '../vocabulary/error-types';
import { AUTH_METHODS } from '../vocabulary/methods';
import { AUTH_OPERATIONS } from '../vocabulary/operations';
import { AUTH_OUTCOMES } from '../vocabulary/outcomes';
import { AUTH_REASONS } from '../vocabulary/reasons';
import type { AttributeDefinition } from './attribute-definition';

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
