import { median } from '../measure/statistics';
import { ratioOf, type Times } from '../measure/interleave';
import type { PartRow } from '../parts/part';

/** A row for each variant: nanoseconds for one operation, and how much that is of the base. */
export function nanosecondRows(times: Times, base: string): PartRow[] {
  return [...times].map(([what, values]) => ({
    what,
    figure: `${median(values).toPrecision(3)} ns`,
    beside: `${ratioOf(times, what, base).toFixed(3)} × ${base}`,
  }));
}
