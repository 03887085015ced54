import type { Random } from '../random';

/** Instants of so many events in a time, evenly spaced but for a third of a step. */
export function evenTimes(
  random: Random,
  events: number,
  fromSeconds: number,
  seconds: number,
): readonly number[] {
  const step = seconds / events;
  return Array.from(
    { length: events },
    (_, number) => fromSeconds + number * step + random.between(0, step / 3),
  );
}
