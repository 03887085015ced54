import { KEY_LOOKUP_RESULTS } from '../vocabulary/credentials';
import { END_CAUSES, GRANT_TYPES, TOKEN_TYPES } from '../vocabulary/tokens';
import type { AttributeDefinition } from './attribute-definition';

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

export const KEY_LOOKUP_RESULT = {
  key: 'result',
  meaning: 'How the verification key was found.',
  values: KEY_LOOKUP_RESULTS,
} as const satisfies AttributeDefinition;
