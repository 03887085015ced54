import type { BatchObservableResult } from '@opentelemetry/api';
import {
  CREDENTIAL_AGE,
  DEPENDENCY_UP,
  RATE_LIMIT_USAGE,
  USERS_ACTIVE,
  type AllowList,
} from '../conventions';
import { NO_CELL } from '../instruments/label-axis';
import { LabelSpace } from '../instruments/label-space';
import type { SdkInstruments } from '../instruments/sdk-instruments';
import { DistinctWindow } from '../ledger/distinct-window';
import { PeakWindow } from '../ledger/peak-window';
import type { Clock } from '../options/clock';
import type { CollectionSource } from './measurement-store';

const MILLISECONDS_PER_SECOND = 1000;
const MILLISECONDS_PER_MINUTE = 60_000;
const ACTIVE_MINUTES = 15;
/** A limiter's peak is shown for 30 to 60 seconds, so that no reader misses it. */
const PEAK_HALF_MILLISECONDS = 30_000;

export const GAUGE_DEFINITIONS = [USERS_ACTIVE, RATE_LIMIT_USAGE, DEPENDENCY_UP, CREDENTIAL_AGE];

/** The values that are read at a collection instead of counted. Each stays absent until it was first told. */
export class Gauges implements CollectionSource {
  private readonly users = new DistinctWindow(ACTIVE_MINUTES, MILLISECONDS_PER_MINUTE);
  private sawUser = false;
  private readonly usage = new Map<number, PeakWindow>();
  private readonly dependencies = new Map<number, number>();
  private readonly credentials = new Map<number, number>();
  private readonly usageLabels: LabelSpace;
  private readonly dependencyLabels: LabelSpace;
  private readonly credentialLabels: LabelSpace;

  constructor(
    private readonly clock: Clock,
    declared: Readonly<Record<AllowList, readonly string[]>>,
  ) {
    this.usageLabels = new LabelSpace(RATE_LIMIT_USAGE, declared);
    this.dependencyLabels = new LabelSpace(DEPENDENCY_UP, declared);
    this.credentialLabels = new LabelSpace(CREDENTIAL_AGE, declared);
  }

  /** An account authenticated successfully. */
  noteUser(accountId: string): void {
    this.sawUser = true;
    this.users.add(accountId, this.clock.epochMilliseconds());
  }

  /** A limiter's key has used this share of its allowance; not finite or negative shares are left out. */
  noteUsage(limiter: string | undefined, usageRatio: number): void {
    if (!Number.isFinite(usageRatio) || usageRatio < 0) return;
    const cell = this.usageLabels.cellOf(limiter);
    let window = this.usage.get(cell);
    if (window === undefined) {
      window = new PeakWindow(PEAK_HALF_MILLISECONDS);
      this.usage.set(cell, window);
    }
    window.add(usageRatio, this.clock.epochMilliseconds());
  }

  /** A dependency was checked. */
  noteDependency(dependency: string, up: boolean): void {
    this.dependencies.set(this.dependencyLabels.cellOf(dependency), up ? 1 : 0);
  }

  /** A credential was made at this instant, or exists no longer. False when type or state is not listed. */
  noteCredential(
    credentialType: string,
    state: string,
    createdAtEpochSeconds: number | undefined,
  ): boolean {
    const cell = this.credentialLabels.cellOf(credentialType, state);
    if (cell === NO_CELL) return false;
    if (createdAtEpochSeconds === undefined) this.credentials.delete(cell);
    else if (Number.isFinite(createdAtEpochSeconds))
      this.credentials.set(cell, createdAtEpochSeconds);
    return true;
  }

  observe(instruments: SdkInstruments, result: BatchObservableResult): void {
    const now = this.clock.epochMilliseconds();
    if (this.sawUser) {
      result.observe(instruments.observableGauge(USERS_ACTIVE), this.users.estimate(now));
    }
    for (const [cell, window] of this.usage) {
      const set = this.usageLabels.attributesOf(cell);
      result.observe(instruments.observableGauge(RATE_LIMIT_USAGE), window.peak(now), set);
    }
    for (const [cell, up] of this.dependencies) {
      const set = this.dependencyLabels.attributesOf(cell);
      result.observe(instruments.observableGauge(DEPENDENCY_UP), up, set);
    }
    for (const [cell, createdAt] of this.credentials) {
      const set = this.credentialLabels.attributesOf(cell);
      const age = Math.max(0, now / MILLISECONDS_PER_SECOND - createdAt);
      result.observe(instruments.observableGauge(CREDENTIAL_AGE), age, set);
    }
  }
}
