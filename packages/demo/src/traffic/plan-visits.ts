import { pickWeighted, type RandomSource } from './random-source';
import type { Visitor } from './visit';
import { NEWCOMER } from './visitors/customers';
import { VISITORS } from './visitors/visitors';

/** Members that a run begins with, so that visits need not share an account. */
export const FIRST_NEWCOMERS = 12;

/** The visits of a bounded run: first newcomers, then everybody once, then by weight up to a number of requests. */
export function planVisits(requests: number, random: RandomSource): readonly Visitor[] {
  const plan = [...Array<Visitor>(FIRST_NEWCOMERS).fill(NEWCOMER), ...VISITORS];
  let planned = plan.reduce((sum, { steps }) => sum + steps.length, 0);
  while (planned < requests) {
    const visitor = pickWeighted(VISITORS, random);
    plan.push(visitor);
    planned += visitor.steps.length;
  }
  return plan;
}
