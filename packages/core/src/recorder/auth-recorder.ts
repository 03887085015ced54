import { types } from 'node:util';
import type { Context } from '@opentelemetry/api';
import { categoryOf, isAuthErrorType } from '../classify/auth-error-category';
import { categorizeAuthError } from '../classify/categorize-auth-error';
import type { AuthErrorType, Component, SecurityEvent, Severity } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import type { AuthObservation } from '../model/auth-observation';
import type { SubjectFacts, Verdict } from '../model/facts';
import type { ResolvedOptions } from '../options/auth-meter-options';
import { createAccountNaming } from './account-naming';
import { refuse, type CountKind, type Counting } from './counting/counting';
import { COUNTING_TABLE } from './counting/counting-table';
import { GAUGE_DEFINITIONS, Gauges } from './gauges';
import { createInstrumentTable } from './instrument-table';
import { MeasurementStore } from './measurement-store';
import { Observers } from './observers';
import { reportOnce } from './report-failure';
import { SourceLedger } from './source-ledger';
import { subjectOf } from './subject-of';

/** Whether a failure counts itself in `auth.errors`, or is part of another that does. */
export interface RecordOptions {
  readonly countsError: boolean;
  /** Security events that were told already. Default: none. */
  readonly toldEvents?: ReadonlySet<SecurityEvent> | undefined;
  /** Where it happened. Default: the active context. */
  readonly context?: Context | undefined;
}

const EVENT_OF_ERROR_TYPE: Readonly<
  Partial<Record<AuthErrorType, { readonly event: SecurityEvent; readonly severity: Severity }>>
> = {
  csrf_failed: { event: 'csrf_failure', severity: 'warn' },
  token_reuse: { event: 'token_reuse', severity: 'critical' },
};

/** A map, because an object would answer for `constructor` too. */
const COUNT_OF_KIND: ReadonlyMap<string, CountKind<AuthObservation['kind']>> = new Map(
  Object.entries(COUNTING_TABLE) as [string, CountKind<AuthObservation['kind']>][],
);

const COUNTS_ERROR: RecordOptions = { countsError: true };

/**
 * Turns observations into measurements: finds out why something failed, counts it, and then tells the observers.
 * Nothing that happens in here reaches the host's code.
 */
export class AuthRecorder {
  /** Who else hears what is counted. */
  readonly observers: Observers;
  private readonly counting: Counting;
  private readonly onRuleFailure = (): void => {
    this.countFailure('error_rules', 'an error rule threw or named no known error type');
  };

  constructor(private readonly options: ResolvedOptions) {
    this.observers = new Observers(options.observers, options.clock, (run) =>
      this.guard('observer', run),
    );
    const store = new MeasurementStore(options, GAUGE_DEFINITIONS, {
      onDropped: () => {
        this.countDropped();
      },
      onFailure: () => {
        this.countFailure('recorder', 'the meter provider could not be used');
      },
    });
    const table = createInstrumentTable(store);
    const gauges = new Gauges(options.clock, options.declared);
    const nameAccount = createAccountNaming(options);
    const ledger = new SourceLedger({
      maxSources: options.maxSources,
      maxAccounts: options.maxAccounts,
      nameAccount,
      onFolded: (metric) => {
        store.count(table.folded, table.folded.labels.cellOf(metric));
      },
    });
    store.addSource(ledger);
    store.addSource(gauges);
    const { locateCountry } = options;
    this.counting = {
      store,
      table,
      ledger,
      gauges,
      clock: options.clock,
      locateCountry:
        locateCountry &&
        ((address) => this.guard('locator', () => locateCountry(address), undefined)),
    };
    if (options.enabled) {
      this.guard('recorder', () => {
        store.followProvider();
      });
      this.observers.attach({
        record: (observation, context) => {
          this.record(observation, { countsError: true, context });
        },
        nameAccount: (accountId) => this.guard('observer', () => nameAccount?.(accountId)),
      });
    }
  }

  /** Counts an observation and tells the observers. Never throws, whatever it is given. */
  record(
    observation: AuthObservation,
    { countsError, toldEvents, context: origin }: RecordOptions = COUNTS_ERROR,
  ): void {
    if (!this.options.enabled) return;
    try {
      const failure = this.failureOf(observation);
      const count = COUNT_OF_KIND.get(observation.kind) ?? refuse();
      count(this.counting, observation, failure, countsError);
      this.observers.tell(observation, failure, origin);
      if (countsError && failure !== undefined) {
        this.recordSecurityEvent(observation, failure, { toldEvents, context: origin });
      }
    } catch {
      this.countFailure('recorder', 'an observation could not be read, or held what no metric has');
    }
  }

  /** Why a verdict is a failure; undefined when it is none. Never throws. */
  categorize(verdict: Verdict): AuthErrorCategory | undefined {
    if (verdict.outcome === 'success') return undefined;
    const { errorType } = verdict;
    if (errorType !== undefined && isAuthErrorType(errorType)) return categoryOf(errorType);
    const { error, hints } = verdict;
    return categorizeAuthError(error, hints, this.options.errorRules, this.onRuleFailure);
  }

  /** Runs something of ours or a callback of the host's; a throw is counted, reported once and swallowed. */
  guard<Result>(component: Component, run: () => Result, otherwise?: Result): Result | undefined {
    try {
      const result = run();
      if (types.isPromise(result)) this.guardPromise(component, result);
      return result;
    } catch {
      this.countFailure(component, `the ${component} failed`);
      return otherwise;
    }
  }

  /** An asynchronous callback that rejects would otherwise end the process. */
  private guardPromise(component: Component, promise: Promise<unknown>): void {
    promise.catch(() => {
      this.countFailure(component, `the ${component} failed`);
    });
  }

  /** Why an observation is a failure; undefined when it is none. */
  failureOf(observation: AuthObservation): AuthErrorCategory | undefined {
    if ('outcome' in observation && observation.kind !== 'credential_rotation') {
      return this.categorize(observation);
    }
    if (observation.kind === 'error')
      return this.categorize({ ...observation, outcome: 'failure' });
    if (observation.kind !== 'password_reset' || observation.event !== 'failed') return undefined;
    return this.categorize({ ...observation, outcome: 'failure' });
  }

  /** Some refusals are security events by themselves. Source: conventions section 10. */
  private recordSecurityEvent(
    observation: AuthObservation,
    failure: AuthErrorCategory,
    { toldEvents, context: origin }: Omit<RecordOptions, 'countsError'>,
  ): void {
    const event = EVENT_OF_ERROR_TYPE[failure.errorType];
    if (event === undefined || toldEvents?.has(event.event) === true) return;
    const subject = subjectOf(observation as SubjectFacts);
    this.record(
      { kind: 'security_event', ...event, ...subject },
      { countsError: true, context: origin },
    );
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
