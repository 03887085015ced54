import type { AuthMeter } from '@authmeter/core';
import type { Endpoint } from './endpoint';
import { findEndpoint } from './endpoints';
import { readField } from './hook-context';

/** Hears of a row; the context is that of the endpoint around it, absent outside of one. */
export type RowHook = (row: unknown, context: unknown) => Promise<void>;

/** The database hooks of one model, as far as they are used here. */
export interface ModelHooks {
  readonly create: { readonly after: RowHook };
  readonly update?: { readonly before: RowHook; readonly after: RowHook };
  readonly delete: { readonly after: RowHook };
}

/** Makes hooks of what hears: they change nothing and never throw. */
export function prepareRowHook(
  meter: AuthMeter,
): (hear: (row: unknown, context: unknown) => void) => RowHook {
  return (hear) => (row, context) => {
    meter.guard('adapter', () => {
      hear(row, context);
    });
    return Promise.resolve();
  };
}

/** The endpoint that touches a row; one without a row outside of any. */
export function endpointAround(context: unknown): Endpoint {
  const path = readField(context, 'path');
  return findEndpoint(typeof path === 'string' ? path : undefined);
}
