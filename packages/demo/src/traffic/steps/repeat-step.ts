import type { Step } from '../visit';

/** The same step several times in a row. */
export function repeatStep(count: number, step: Step): readonly Step[] {
  return Array<Step>(count).fill(step);
}
