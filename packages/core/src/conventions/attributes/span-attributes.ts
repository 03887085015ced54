import { AUTH_OUTCOMES } from '../vocabulary/outcomes';
import { AUTH_REASONS } from '../vocabulary/reasons';
import type { AttributeDefinition } from './attribute-definition';

/** On a span, where other parts write too, the short words of metrics need a name of their own. */
export const SPAN_OUTCOME = {
  key: 'auth.outcome',
  meaning: 'How authentication ended.',
  values: AUTH_OUTCOMES,
} as const satisfies AttributeDefinition;

export const SPAN_REASON = {
  key: 'auth.reason',
  meaning: 'Why authentication failed, coarsely; absent on success.',
  values: AUTH_REASONS,
} as const satisfies AttributeDefinition;
