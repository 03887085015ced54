import type { Attributes } from '@opentelemetry/api';

/** One exported point: of a counter its value, of a histogram the number of its values. */
export interface CountedPoint {
  readonly metric: string;
  readonly attributes: Attributes;
  readonly value: number;
}

/** Sorts points, so that two lists of them can be compared. */
export function sortPoints(points: readonly CountedPoint[]): readonly CountedPoint[] {
  const keyOf = ({ metric, attributes }: CountedPoint): string =>
    JSON.stringify([metric, Object.entries(attributes).sort()]);
  return [...points].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
