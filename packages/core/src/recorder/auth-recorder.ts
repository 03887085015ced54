import type { Context } from '@opentelemetry/api';
import type { ListedFailure } from '../classify/listed-failure';
import type { Component, SecurityEvent } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import type { AuthObservation } from '../model/auth-observation';
import type { SubjectFacts, Verdict } from '../model/facts';
import type { ResolvedOptions } from '../options/auth-meter-options';
import { createAccountNaming } from './account-naming';
import { countOf } from './counting/count-of';
import type { Counting } from './counting/counting';
import { createCounting } from './create-counting';
import { eventOfFailure } from './event-of-failure';
import { FailureReader } from './failure-reader';
import { FrequentCount, type TimedCount } from './frequent-count';
import type { MeasurementStore } from './measurement-store';
import { createObserverHost } from './observer-host';
import { Observers } from './observers';
import { OwnFailures } from './own-failures';
import { prepareCount } from './prepare-count';
import { PreparedRecording, type Prepared } from './prepared-recording';
import { RecentFailures } from './recent-failures';
import { subjectOf } from './subject-of';
import { timed } from './timed';

/** Whether a failure counts itself in `auth.errors`, or is part of another that does. */
export interface RecordOptions {
  readonly countsError: boolean;
  /** Security events that were told already. Default: none. */
  readonly toldEvents?: ReadonlySet<SecurityEvent> | undefined;
  /** Where it happened. Default: the active context. */
  readonly context?: Context | undefined;
}

const COUNTS_ERROR: RecordOptions = { countsError: true };

/**
 * Turns observations into measurements: finds out why something failed, counts it, and then tells the observers.
 * Nothing that happens in here reaches the host's code.
 */
export class AuthRecorder {
  /** Who else hears what is counted. */
  readonly observers: Observers;
  /** Who failed most of late. */
  readonly recentFailures: RecentFailures;
  private readonly failures: FailureReader;
  private readonly ownFailures = new OwnFailures((component) => {
    this.countFailure(component);
  });
  private readonly counting: Counting & { readonly store: MeasurementStore };

  constructor(private readonly options: ResolvedOptions) {
    this.failures = new FailureReader(options.errorRules, () => {
      this.ownFailures.note('error_rules', 'an error rule threw or named no known error type');
    });
    this.observers = new Observers(options.observers, options.clock, (run) =>
      this.guard('observer', run),
    );
    this.recentFailures = new RecentFailures(options.clock);
    const nameAccount = createAccountNaming(options);
    const counting = createCounting(options, {
      nameAccount,
      recentFailures: this.recentFailures,
      guardLocator: (run) => this.guard('locator', run),
      onDropped: (count) => {
        this.countDropped(count);
      },
      onFailure: () => {
        this.ownFailures.note('recorder', 'the meter provider could not be used');
      },
    });
    this.counting = counting;
    if (options.enabled) {
      counting.store.followProvider();
      this.observers.attach(
        createObserverHost(options, {
          record: (observation, context) => {
            this.record(observation, { countsError: true, context });
          },
          nameAccount,
          locateCountry: counting.locateCountry,
          guard: (run) => this.guard('observer', run),
        }),
      );
    }
  }

  /** Counts an observation and tells the observers. Never throws, whatever it is given. */
  record(observation: AuthObservation, options: RecordOptions = COUNTS_ERROR): void {
    if (!this.options.enabled) return;
    try {
      const { counting } = this;
      counting.store.followProvider();
      const failure = this.failures.failureOf(observation);
      countOf(observation)(counting, observation, failure, options.countsError);
      if (failure !== undefined || !this.observers.areNone) {
        this.tell(observation, failure, options);
      }
    } catch {
      this.ownFailures.note(
        'recorder',
        'an observation could not be read, or held what no metric has',
      );
    }
  }

  /**
   * For an observation that stays as it is: what can be found out once is found out now. Undefined where nothing can be
   * found out before it happens, so that it has to be recorded each time.
   */
  prepare(observation: AuthObservation): Prepared | undefined {
    return this.guard('recorder', () => {
      const failure = this.failures.failureOf(observation);
      const isMore = failure !== undefined && eventOfFailure(failure) !== undefined;
      if (!this.options.enabled || isMore) return undefined;
      const increments = prepareCount(this.counting, (counting) => {
        countOf(observation)(counting, observation, failure, true);
      });
      const { store } = this.counting;
      const services = { store, observers: this.observers, ownFailures: this.ownFailures };
      return (
        increments && new PreparedRecording(services, observation, failure?.category, increments)
      );
    });
  }

  /** The same for what happens all the time: each `add` says how many seconds it took. */
  prepareFrequent(observation: AuthObservation): TimedCount {
    const prepared = this.prepare(observation);
    const { store } = this.counting;
    if (prepared === undefined || store.isImmediate) {
      return {
        add: (seconds) => {
          if (prepared === undefined) this.record(timed(observation, seconds));
          else prepared.record(seconds);
        },
      };
    }
    const frequent = new FrequentCount(prepared, {
      provider: store.isProviderFixed ? undefined : store,
      observers: this.observers.areNone ? undefined : this.observers,
    });
    store.addSource(frequent);
    return frequent;
  }

  /** Why a verdict is a failure; undefined when it is none. Never throws. */
  categorize(verdict: Verdict): AuthErrorCategory | undefined {
    return this.failures.read(verdict)?.category;
  }

  /** Why an observation is a failure; undefined when it is none. */
  failureOf(observation: AuthObservation): AuthErrorCategory | undefined {
    return this.failures.failureOf(observation)?.category;
  }

  /** Runs something of ours or a callback of the host's; a throw is counted, reported once and swallowed. */
  guard<Result>(component: Component, run: () => Result, otherwise?: Result): Result | undefined {
    return this.ownFailures.guard(component, run, otherwise);
  }

  /** Counts that something of ours or a callback of the host's failed, and reports it once. Never throws. */
  noteFailure(component: Component): void {
    this.ownFailures.note(component);
  }

  /** Tells the observers what was counted; some failures are security events besides. */
  private tell(
    observation: AuthObservation,
    failure: ListedFailure | undefined,
    { countsError, toldEvents, context }: RecordOptions,
  ): void {
    const { observers } = this;
    if (!observers.areNone) {
      observers.tell(observation, failure?.category, context, !countsError);
    }
    const implied = failure && eventOfFailure(failure);
    if (implied === undefined || !countsError || toldEvents?.has(implied.event) === true) return;
    const subject = subjectOf(observation as SubjectFacts);
    this.record({ kind: 'security_event', ...implied, ...subject }, { countsError, context });
  }

  private countFailure(component: Component): void {
    const { store, table } = this.counting;
    const { instrumentationFailures } = table;
    store.followProvider();
    store.count(instrumentationFailures, instrumentationFailures.labels.cellOf(component));
  }

  private countDropped(count: number): void {
    const { store, table } = this.counting;
    store.count(table.droppedEvents, table.droppedEvents.labels.cellOf('recorder'), count);
  }
}
