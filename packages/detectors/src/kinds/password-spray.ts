import { formatAddressKey } from '@authmeter/core';
import type { KeyedEntries } from '../memory/keyed-entries';
import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import { EVERYBODY } from '../report/finding';
import type { Detector, Sighting } from '../sighting';
import { isInVain, type SourceShapes } from '../tries/source-shapes';

/** Looking at all sources takes longer than looking at one. */
const LOOK_MILLISECONDS = 10_000;
/** A burst is no spray: it has to go on through so many parts of the window. */
const STEADY_PARTS = 3;
const MOST_NAMED_SOURCES = 20;

/**
 * A group of sources, none of which does much, that together try many accounts, steadily and nearly all in vain: a few
 * usual passwords for everybody.
 */
export class PasswordSpray implements Detector {
  private members: ReadonlySet<number> = new Set();
  private newAttempts = 0;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly settings: SettingsOf<'passwordSpray'>,
    private readonly sources: KeyedEntries,
    private readonly shapes: SourceShapes,
    private readonly episodes: Episodes,
  ) {}

  /** Whether a source is one of a group that was told. */
  isSpraying(sourceEntry: number): boolean {
    return this.members.has(sourceEntry) && this.episodes.isActive('password_spray', EVERYBODY);
  }

  observe({ tried, subject, nowMilliseconds, counted }: Sighting): void {
    if (tried?.outcome !== 'failure' || tried.source?.entry === undefined) return;
    if (this.members.has(tried.source.entry)) this.newAttempts += 1;
    if (nowMilliseconds < this.lookedAt + LOOK_MILLISECONDS) return;
    this.lookedAt = nowMilliseconds;
    const group = this.findGroup(nowMilliseconds);
    this.members = new Set(group);
    if (group.length < this.settings.sources || !this.isSteady(group, nowMilliseconds)) return;
    const accounts = this.shapes.countAccountsOf(group, nowMilliseconds);
    const { route } = subject;
    this.episodes.note({
      kind: 'password_spray',
      key: EVERYBODY,
      severity: 'critical',
      strength: accounts / this.settings.accounts,
      failedAttempts: group.reduce((sum, entry) => sum + this.triesOf(entry, nowMilliseconds), 0),
      newAttempts: this.newAttempts,
      windowSeconds: this.settings.windowSeconds,
      sinceMilliseconds: Math.min(
        ...group.map((entry) => this.shapes.since(entry, nowMilliseconds)),
      ),
      accounts: Math.round(accounts),
      sources: group.length,
      group: this.nameBusiest(group, nowMilliseconds),
      subject: route === undefined ? {} : { route },
      context: counted.context,
    });
    this.newAttempts = 0;
  }

  private findGroup(nowMilliseconds: number): number[] {
    const { accountsPerSource, triesPerAccount } = this.settings;
    const group: number[] = [];
    for (let entry = 0; entry < this.sources.capacity; entry += 1) {
      const key = this.sources.keyAt(entry);
      if (key === undefined) break;
      const shape = this.shapes.shapeOf(entry, nowMilliseconds);
      if (shape.accounts < accountsPerSource || !isInVain(shape, triesPerAccount)) continue;
      if (!this.episodes.isActive('credential_stuffing', key)) group.push(entry);
    }
    return group;
  }

  private isSteady(group: readonly number[], nowMilliseconds: number): boolean {
    return group.some((entry) => this.shapes.busyParts(entry, nowMilliseconds) >= STEADY_PARTS);
  }

  private nameBusiest(group: readonly number[], nowMilliseconds: number): readonly string[] {
    return [...group]
      .sort((a, b) => this.triesOf(b, nowMilliseconds) - this.triesOf(a, nowMilliseconds))
      .slice(0, MOST_NAMED_SOURCES)
      .map((entry) => formatAddressKey(this.sources.keyAt(entry) ?? -1));
  }

  private triesOf(entry: number, nowMilliseconds: number): number {
    return this.shapes.shapeOf(entry, nowMilliseconds).failedAttempts;
  }
}
