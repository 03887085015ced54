import { types } from 'node:util';
import type { Context } from '@opentelemetry/api';
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
import type { MeasurementStore } from './measurement-store';
import { createObserverHost } from './observer-host';
import { Observers } from './observers';
import { prepareCount, type PreparedCount } from './prepare-count';
import { RecentFailures } from './recent-failures';
import { reportOnce } from './report-failure';
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
  private readonly counting: Counting & { readonly store: MeasurementStore };

  constructor(private readonly options: ResolvedOptions) {
    this.failures = new FailureReader(options.errorRules, () => {
      this.countFailure('error_rules', 'an error rule threw or named no known error type');
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
      onDropped: () => {
        this.countDropped();
      },
      onFailure: () => {
        this.countFailure('recorder', 'the meter provider could not be used');
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
    const { countsError } = options;
    try {
      const failure = this.failures.failureOf(observation);
      this.counting.store.followProvider();
      countOf(observation)(this.counting, observation, failure, countsError);
      this.observers.tell(observation, failure?.category, options.context, !countsError);
      if (countsError && failure !== undefined) {
        this.recordSecurityEvent(observation, failure, options);
      }
    } catch {
      this.countFailure('recorder', 'an observation could not be read, or held what no metric has');
    }
  }

  /** Like `record`, for an observation that stays as it is: what can be found out once is found out now. */
  prepare(observation: AuthObservation): PreparedCount {
    const record: PreparedCount = (seconds) => {
      this.record(timed(observation, seconds));
    };
    const prepared = this.guard('recorder', () => {
      const failure = this.failures.failureOf(observation);
      const isMore = failure !== undefined && eventOfFailure(failure) !== undefined;
      if (!this.options.enabled || isMore) return undefined;
      const count = prepareCount(this.counting, (counting) => {
        countOf(observation)(counting, observation, failure, true);
      });
      return count && { count, category: failure?.category };
    });
    if (prepared === undefined) return record;
    const { count, category } = prepared;
    const isObserved = this.options.observers.length > 0;
    const { store } = this.counting;
    return (seconds) => {
      try {
        store.followProvider();
        count.make(seconds);
        if (isObserved)
          this.observers.tell(timed(observation, seconds), category, undefined, false);
      } catch {
        this.countFailure('recorder', 'the SDK refused a measurement');
      }
    };
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
    try {
      const result = run();
      if (typeof result === 'object' && types.isPromise(result)) {
        this.guardPromise(component, result);
      }
      return result;
    } catch {
      this.noteFailure(component);
      return otherwise;
    }
  }

  /** Counts that something of ours or a callback of the host's failed, and reports it once. Never throws. */
  noteFailure(component: Component): void {
    this.countFailure(component, `the ${component} failed`);
  }

  /** An asynchronous callback that rejects would otherwise end the process. */
  private guardPromise(component: Component, promise: Promise<unknown>): void {
    promise.catch(() => {
      this.noteFailure(component);
    });
  }

  private recordSecurityEvent(
    observation: AuthObservation,
    failure: AuthErrorCategory,
    { toldEvents, context }: RecordOptions,
  ): void {
    const event = eventOfFailure(failure);
    if (event === undefined || toldEvents?.has(event.event) === true) return;
    const subject = subjectOf(observation as SubjectFacts);
    this.record({ kind: 'security_event', ...event, ...subject }, { countsError: true, context });
  }

  private countFailure(component: Component, message: string): void {
    const { store, table } = this.counting;
    const { instrumentationFailures } = table;
    try {
      store.count(instrumentationFailures, instrumentationFailures.labels.cellOf(component));
    } catch {
      // The SDK itself throws, for example in a processor of a view: there is nobody left to tell.
    }
    reportOnce(message);
  }

  private countDropped(): void {
    const { store, table } = this.counting;
    store.count(table.droppedEvents, table.droppedEvents.labels.cellOf('recorder'));
  }
}
