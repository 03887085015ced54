import type { AuthMeter } from '@authmeter/core';
import { keyOf, readField, type HookContext } from './hook-context';
import { failureOfCode, judgementOf } from './read-call';

/** Counts the validation of an API key: the endpoint answers by `valid` and throws nothing. */
export function tellApiKey(meter: AuthMeter, hook: HookContext): void {
  const { returned } = hook.context;
  const isValid = readField(returned, 'valid');
  if (typeof isValid !== 'boolean') return;
  const error = readField(returned, 'error');
  const judged = { kind: 'token_validation', tokenType: 'api_key' } as const;
  const verdict = isValid
    ? ({ outcome: 'success' } as const)
    : judgementOf({ ...failureOfCode(readField(error, 'code')), error });
  meter.record({ ...judged, ...verdict }, keyOf(hook));
}
