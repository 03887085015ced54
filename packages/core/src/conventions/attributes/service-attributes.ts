import { COMPONENTS } from '../vocabulary/components';
import { CREDENTIAL_STATES, CREDENTIAL_TYPES } from '../vocabulary/credentials';
import type { AttributeDefinition } from './attribute-definition';

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

export const DEPENDENCY = {
  key: 'dependency',
  meaning: 'What was checked.',
  values: [],
  extendedBy: 'dependencies',
  folds: true,
} as const satisfies AttributeDefinition;

export const COMPONENT = {
  key: 'component',
  meaning: 'Which part of Authmeter.',
  values: COMPONENTS,
} as const satisfies AttributeDefinition;
