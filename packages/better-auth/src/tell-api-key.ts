import type { AuthMeter } from '@authmeter/core';
import { readField, type HookContext } from './hook-context';
import { failureOfCode, judgementOf } from './read-call';

/** Counts the validation of an API key: the endpoint answers by `valid` and throws nothing. */
export function tellApiKey(meter: AuthMeter, { context, request }: HookContext): void {
  const isValid = readField(context.returned, 'valid');
  if (typeof isValid !== 'boolean') return;
  const code = readField(readField(context.returned, 'error'), 'code');
  const judged = { kind: 'token_validation', tokenType: 'api_key' } as const;
  const verdict = isValid ? ({ outcome: 'success' } as const) : judgementOf(failureOfCode(code));
  meter.record({ ...judged, ...verdict }, request ?? context);
}
