import { AsyncResource } from 'node:async_hooks';
import type { Clock } from '@authmeter/core';
import type { DetectionKind } from '../detection';
import { EVERYBODY, type Finding } from './finding';

/** An attack that goes on. */
export interface Episode {
  readonly kind: DetectionKind;
  readonly key: number;
  readonly startedAtMilliseconds: number;
  /** When something last kept it up. */
  lastAtMilliseconds: number;
  /** All of it. */
  failedAttempts: number;
  /** The most that were seen in a window. */
  accounts: number | undefined;
  sources: number | undefined;
}

/** Told when an attack begins and when it is over. */
export interface EpisodeListener {
  onStart(episode: Episode, finding: Finding): void;
  onEnd(episode: Episode): void;
}

/** Attacks of one kind that are told apart at a time; all further ones are one. */
const MOST_NAMED = 50;
/** The key of those further ones. */
const OTHERS = -2;
/** How strong evidence must be to keep up what it began. */
const UPKEEP_STRENGTH = 1 / 2;
const SWEEP_MILLISECONDS = 5000;

/**
 * Makes one detection of one attack: it begins when the evidence reaches its limit, goes on while at least half of
 * that comes, and is over after a quiet time. Bounded by construction.
 */
export class Episodes {
  private readonly active = new Map<DetectionKind, Map<number, Episode>>();
  private nextSweepAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  /** Where an end happens: in no request, least of all in that which happens to come by. */
  private readonly nowhere = new AsyncResource('authmeter.detectors');

  constructor(
    private readonly clock: Clock,
    private readonly quietSeconds: number,
    private readonly listener: EpisodeListener,
  ) {}

  /** Whether an attack of this kind with this key goes on, told by itself. */
  isActive(kind: DetectionKind, key: number): boolean {
    return this.active.get(kind)?.has(key) === true;
  }

  /** All attacks that go on, in the order in which they began. */
  list(): readonly Episode[] {
    const all = [...this.active.values()].flatMap((episodes) => [...episodes.values()]);
    return all.sort((a, b) => a.startedAtMilliseconds - b.startedAtMilliseconds);
  }

  /** Takes what a detector sees: it may begin an attack, keep one up, or be too little for both. */
  note(finding: Finding): void {
    const { kind, strength } = finding;
    const episodes = this.episodesOf(kind);
    const isCrowded = !episodes.has(finding.key) && episodes.size >= MOST_NAMED;
    const key = isCrowded && strength >= 1 ? OTHERS : finding.key;
    const episode = episodes.get(key);
    if (episode !== undefined) {
      if (strength >= UPKEEP_STRENGTH) this.keepUp(episode, finding);
    } else if (strength >= 1) this.start(episodes, key, finding);
  }

  /** Ends what has been quiet for long enough. Cheap enough to be called for every observation. */
  sweep(): void {
    const now = this.clock.monotonicMilliseconds();
    if (now < this.nextSweepAt || this.timer === undefined) return;
    this.nextSweepAt = now + SWEEP_MILLISECONDS;
    const quietSince = now - this.quietSeconds * 1000;
    for (const episode of this.list()) {
      if (episode.lastAtMilliseconds > quietSince) continue;
      this.active.get(episode.kind)?.delete(episode.key);
      this.nowhere.runInAsyncScope(() => {
        this.listener.onEnd(episode);
      });
    }
    if ([...this.active.values()].every(({ size }) => size === 0)) this.stopTimer();
  }

  private start(episodes: Map<number, Episode>, key: number, finding: Finding): void {
    const now = this.clock.monotonicMilliseconds();
    const episode: Episode = {
      kind: finding.kind,
      key,
      startedAtMilliseconds: now,
      lastAtMilliseconds: now,
      failedAttempts: finding.failedAttempts,
      accounts: finding.accounts,
      sources: finding.sources,
    };
    episodes.set(key, episode);
    this.startTimer();
    this.listener.onStart(episode, finding);
  }

  private keepUp(episode: Episode, { newAttempts = 1, accounts, sources }: Finding): void {
    episode.lastAtMilliseconds = this.clock.monotonicMilliseconds();
    episode.failedAttempts += newAttempts;
    episode.accounts = larger(episode.accounts, accounts);
    episode.sources = larger(episode.sources, sources);
  }

  private episodesOf(kind: DetectionKind): Map<number, Episode> {
    let episodes = this.active.get(kind);
    if (episodes === undefined) {
      episodes = new Map();
      this.active.set(kind, episodes);
    }
    return episodes;
  }

  /** An attack that stops leaves nobody to notice its end; runs only while one goes on, and keeps no process alive. */
  private startTimer(): void {
    this.timer ??= this.nowhere.runInAsyncScope(() =>
      setInterval(() => {
        this.sweep();
      }, SWEEP_MILLISECONDS).unref(),
    );
  }

  private stopTimer(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

function larger(before: number | undefined, later: number | undefined): number | undefined {
  return before === undefined || later === undefined ? (later ?? before) : Math.max(before, later);
}

/** Whether an episode is about one account, source or session, and not about many. */
export function isAboutOne({ key }: Episode): boolean {
  return key !== EVERYBODY && key !== OTHERS;
}
