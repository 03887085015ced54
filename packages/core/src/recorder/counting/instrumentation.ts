import { increment, refuse } from './counting';
import type { CountKind } from './counting';

export const countInstrumentationFailure: CountKind<'instrumentation_failure'> = (
  counting,
  { component },
) => {
  increment(counting, counting.table.instrumentationFailures, component);
};

export const countDroppedEvents: CountKind<'dropped_events'> = (counting, { component, count }) => {
  const { store, table } = counting;
  const isCount = Number.isSafeInteger(count) && count > 0;
  const cell = table.droppedEvents.labels.cellOf(component);
  if (!isCount || !store.count(table.droppedEvents, cell, count)) refuse();
};
