import { DistinctWindow } from '@authmeter/core';
import type { ResolvedDetectorOptions } from '../options/detector-options';
import type { Episodes } from '../report/episodes';
import { EVERYBODY } from '../report/finding';
import type { Detector, Sighting } from '../sighting';
import { TryShare } from '../tries/try-share';

const LOOK_MILLISECONDS = 1000;
const SLOT_MILLISECONDS = 60_000;
const SLOTS = 6;
/** Sources may be so much fewer for each account before it counts as the work of a few. */
const SPARED_SHARE = 1 / 2;

type Settings = ResolvedDetectorOptions['settings'];

/**
 * An unusual share of failed tries that no other detection explains. What it looks like says what it is: many sources that
 * try many accounts a few times each are a list of stolen passwords in many hands, anything else is a spike.
 */
export class FailureSpike implements Detector {
  private readonly share: TryShare;
  private readonly accounts = new DistinctWindow(SLOTS, SLOT_MILLISECONDS);
  private readonly sources = new DistinctWindow(SLOTS, SLOT_MILLISECONDS);
  private newAttempts = 0;
  private lookedAt = Number.NEGATIVE_INFINITY;

  /** @param isExplained Whether the try belongs to an attack that was told already. */
  constructor(
    private readonly spike: NonNullable<Settings['failureSpike']>,
    private readonly stuffing: Settings['credentialStuffing'],
    private readonly isExplained: (sighting: Sighting) => boolean,
    private readonly episodes: Episodes,
  ) {
    this.share = new TryShare(spike.deviations);
  }

  observe(sighting: Sighting): void {
    const { tried, nowMilliseconds, counted } = sighting;
    if (tried === undefined || this.isExplained(sighting)) return;
    const hasFailed = tried.outcome === 'failure';
    this.share.note(hasFailed, nowMilliseconds, counted.atEpochMilliseconds);
    if (!hasFailed) return;
    const { account, source } = tried;
    if (account !== undefined) this.accounts.add(String(account.key), nowMilliseconds);
    if (source !== undefined) this.sources.add(String(source.key), nowMilliseconds);
    this.newAttempts += 1;
    if (nowMilliseconds < this.lookedAt + LOOK_MILLISECONDS) return;
    this.lookedAt = nowMilliseconds;
    this.look(sighting);
  }

  private look({ nowMilliseconds, subject: { route }, counted }: Sighting): void {
    const { failedAttempts, deviations } = this.share.shareNow(nowMilliseconds);
    const { failures, deviations: mostDeviations } = this.spike;
    const strength = Math.min(failedAttempts / failures, deviations / mostDeviations);
    if (strength < 1 / 2) return;
    const accounts = this.accounts.estimate(nowMilliseconds);
    const sources = this.sources.estimate(nowMilliseconds);
    const stuffing = this.strengthOfStuffing(failedAttempts, accounts, sources);
    this.episodes.note({
      ...(stuffing === undefined
        ? { kind: 'failure_spike', severity: 'warn', strength }
        : {
            kind: 'credential_stuffing',
            severity: 'critical',
            strength: Math.min(strength, stuffing),
          }),
      key: EVERYBODY,
      failedAttempts,
      newAttempts: this.newAttempts,
      windowSeconds: this.share.windowSeconds,
      sinceMilliseconds: this.share.since(nowMilliseconds),
      accounts,
      sources,
      subject: route === undefined ? {} : { route },
      context: counted.context,
    });
    this.newAttempts = 0;
  }

  /** Undefined where the tries do not look like stuffing, however many they are; what was told to be it stays it. */
  private strengthOfStuffing(
    failedAttempts: number,
    accounts: number,
    sources: number,
  ): number | undefined {
    if (this.stuffing === undefined) return undefined;
    const { distributedAccounts, distributedSources, triesPerAccount } = this.stuffing;
    const isSpreadOut =
      failedAttempts <= triesPerAccount * accounts &&
      sources * distributedAccounts >= accounts * distributedSources * SPARED_SHARE;
    if (!isSpreadOut && !this.episodes.isActive('credential_stuffing', EVERYBODY)) return undefined;
    return Math.min(accounts / distributedAccounts, sources / distributedSources);
  }
}
