import { isIntegerBetween } from '@authmeter/core';

const MOST = isIntegerBetween(1, 1_000_000);
const NAMES = ['mostPerWindow', 'share'];

/** Whether a value is a limit of one event. */
export function isEventLimit(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Object.keys(value).some((name) => !NAMES.includes(name))) return false;
  const { mostPerWindow, share } = value as Readonly<Record<string, unknown>>;
  return (
    (mostPerWindow === undefined || mostPerWindow === Infinity || MOST.accepts(mostPerWindow)) &&
    (share === undefined || (typeof share === 'number' && share > 0 && share <= 1))
  );
}
