import type { AuthObservation, AuthObservationKind } from '../../model/auth-observation';
import { refuse, type CountKind } from './counting';
import { COUNTING_TABLE } from './counting-table';

type CountAny = CountKind<AuthObservationKind>;

/** A map, because an object would answer for `constructor` too. */
const COUNT_OF_KIND: ReadonlyMap<string, CountAny> = new Map(
  Object.entries(COUNTING_TABLE) as [string, CountAny][],
);

const COUNT_ATTEMPT = COUNTING_TABLE.attempt as CountAny;

/** How an observation is counted. Throws when it is of no kind that there is. */
export function countOf({ kind }: AuthObservation): CountAny {
  // Nearly all observations are attempts: they are spared the look-up.
  return kind === 'attempt' ? COUNT_ATTEMPT : (COUNT_OF_KIND.get(kind) ?? refuse());
}
