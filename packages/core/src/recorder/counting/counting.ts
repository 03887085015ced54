import type { AuthFault, AuthOperation, AuthOutcome } from '../../conventions';
import type { ListedFailure } from '../../classify/listed-failure';
import type { ClosedCounter } from '../../instruments/closed-counter';
import type { ClosedHistogram } from '../../instruments/closed-histogram';
import type { AuthObservationKind, ObservationOf } from '../../model/auth-observation';
import type { SubjectFacts, TokenFacts } from '../../model/facts';
import type { Clock } from '../../options/clock';
import type { Gauges } from '../gauges';
import type { InstrumentTable } from '../instrument-table';
import type { MeasurementStore } from '../measurement-store';
import type { SourceLedger } from '../source-ledger';

/** Everything that counting one observation may touch. */
export interface Counting {
  readonly store: Pick<MeasurementStore, 'count' | 'measure' | 'isImmediate'>;
  readonly table: InstrumentTable;
  readonly ledger: Pick<SourceLedger, 'countFailure' | 'countHit'>;
  readonly gauges: Pick<Gauges, 'noteUser' | 'noteUsage' | 'noteDependency' | 'noteCredential'>;
  readonly clock: Clock;
  /** The country of an address; undefined where the host supplies no locator. */
  readonly locateCountry: ((address: string) => string | undefined) | undefined;
}

/**
 * Counts one kind of observation. `failure` is there exactly when it failed; `countsError` is false when the
 * failure is part of another that counts it in `auth.errors`. Throws when the observation holds a value that no
 * metric has, before anything of it was counted.
 */
export type CountKind<Kind extends AuthObservationKind> = (
  counting: Counting,
  observation: ObservationOf<Kind>,
  failure: ListedFailure | undefined,
  countsError: boolean,
) => void;

/** A token that claims more than a day of future issue is nonsense, not skew. */
const FUTURE_TOLERANCE_SECONDS = 86_400;
/** A token older than this was not issued then: its `iat` is a mistake. */
const OLDEST_TOKEN_SECONDS = 10 * 365 * 86_400;
/** Stands for every longer life, endless included: it is above all buckets and keeps the sum finite. */
const LONGEST_LIFETIME_SECONDS = 90 * 86_400;

/** Stops the counting of an observation that no metric has a place for; the recorder counts that as its failure. */
export function refuse(): never {
  throw new TypeError('no metric has this value');
}

/** Refuses an outcome that is none: where the failure alone is counted, a missing one would pass for a success. */
export function requireOutcome(outcome: AuthOutcome): void {
  if (outcome !== 'success' && outcome !== 'failure') refuse();
}

/** Increments one cell; values that no cell has are refused instead of lost in silence. */
export function increment(
  { store }: Counting,
  counter: ClosedCounter,
  first?: string,
  second?: string,
  third?: string,
): void {
  if (!store.count(counter, counter.labels.cellOf(first, second, third))) refuse();
}

/** Increments one cell of a counter whose first free attribute is the error type, absent for a success. */
export function incrementByFailure(
  counting: Counting,
  counter: ClosedCounter,
  failure: ListedFailure | undefined,
  second: string | undefined,
): void {
  const cell = counter.labels.cellOfError(failure?.index, second);
  if (!counting.store.count(counter, cell)) refuse();
}

/** Records seconds: absent and not-a-number are left out, a clock that went back is 0. */
export function recordSeconds(
  { store }: Counting,
  histogram: ClosedHistogram,
  seconds: number | undefined,
  first?: string,
  second?: string,
): void {
  if (seconds === undefined || !Number.isFinite(seconds)) return;
  const cell = histogram.labels.cellOf(first, second);
  if (!store.measure(histogram, cell, Math.max(0, seconds))) refuse();
}

/** Counts a failure in `auth.errors`, unless another failure that it is part of does. */
export function countError(
  counting: Counting,
  operation: AuthOperation,
  failure: ListedFailure | undefined,
  countsError: boolean,
): void {
  if (failure !== undefined && countsError) {
    incrementByFailure(counting, counting.table.errors, failure, operation);
  }
}

/** Counts whose attempt it was: the source, the account, the country. */
export function countSubject(
  counting: Counting,
  subject: SubjectFacts,
  outcome: AuthOutcome,
  fault: AuthFault | undefined,
): void {
  if (outcome === 'success') {
    const { accountId } = subject;
    if (accountId !== undefined) counting.gauges.noteUser(accountId);
  } else if (fault !== undefined && fault !== 'server') {
    // An outage fails everybody: it says nothing about who is attacking.
    counting.ledger.countFailure(subject.sourceAddress, subject.accountId);
  }
  if (counting.locateCountry !== undefined) countCountry(counting, subject.sourceAddress, outcome);
}

function countCountry(
  { store, locateCountry, table }: Counting,
  sourceAddress: string | undefined,
  outcome: AuthOutcome,
): void {
  if (sourceAddress === undefined) return;
  const { sourceCountries } = table;
  const country = locateCountry?.(sourceAddress);
  store.count(sourceCountries, sourceCountries.labels.cellOf(country, outcome));
}

/** Records how old an accepted token is and how long it has left; absurd instants are left out. */
export function recordToken(
  counting: Counting,
  { issuedAtEpochSeconds, expiresAtEpochSeconds }: TokenFacts,
  method: string | undefined,
): void {
  const { table, clock } = counting;
  const now = clock.epochMilliseconds() / 1000;
  if (typeof issuedAtEpochSeconds === 'number') {
    const age = now - issuedAtEpochSeconds;
    if (age >= -FUTURE_TOLERANCE_SECONDS && age <= OLDEST_TOKEN_SECONDS) {
      recordSeconds(counting, table.tokenAge, age, method);
    }
  }
  if (typeof expiresAtEpochSeconds === 'number') {
    const left = Math.min(expiresAtEpochSeconds - now, LONGEST_LIFETIME_SECONDS);
    if (left >= 0) recordSeconds(counting, table.tokenRemainingLifetime, left, method);
  }
}
