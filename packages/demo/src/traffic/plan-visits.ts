import { pickWeighted, type RandomSource } from './random-source';
import type { Visitor } from './visit';
import { NEWCOMER } from './visitors/customers';
import { VISITORS } from './visitors/visitors';

/** Who may come. */
export interface Visitors {
  readonly visitors: readonly Visitor[];
  readonly newcomer: Visitor;
}

const OF_THE_SHOP: Visitors = { visitors: VISITORS, newcomer: NEWCOMER };

/** Members that a run begins with, so that visits need not share an account. */
export const FIRST_NEWCOMERS = 12;

/** The visits of a bounded run: first newcomers, then everybody once, then by weight up to a number of requests. */
export function planVisits(
  requests: number,
  random: RandomSource,
  { visitors, newcomer } = OF_THE_SHOP,
): readonly Visitor[] {
  const plan = [...Array<Visitor>(FIRST_NEWCOMERS).fill(newcomer), ...visitors];
  let planned = plan.reduce((sum, { steps }) => sum + steps.length, 0);
  while (planned < requests) {
    const visitor = pickWeighted(visitors, random);
    plan.push(visitor);
    planned += visitor.steps.length;
  }
  return plan;
}
