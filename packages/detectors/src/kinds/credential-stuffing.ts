import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import type { Detector, Sighting } from '../sighting';
import { isInVain, type SourceShapes } from '../tries/source-shapes';
import { strongest } from './strongest';

/** One source that tries many accounts a few times each, and nearly all in vain: a list of stolen passwords. */
export class CredentialStuffing implements Detector {
  /**
   * @param fast Shapes of sources in the short window.
   * @param slow Shapes of sources in the long one.
   * @param isSpraying Whether a source is part of a group that was told already.
   */
  constructor(
    private readonly settings: SettingsOf<'credentialStuffing'>,
    private readonly fast: SourceShapes,
    private readonly slow: SourceShapes,
    private readonly isSpraying: (sourceEntry: number) => boolean,
    private readonly episodes: Episodes,
  ) {}

  observe({ tried, subject, nowMilliseconds, counted }: Sighting): void {
    if (tried?.outcome !== 'failure' || tried.source?.entry === undefined) return;
    const { key, entry } = tried.source;
    if (this.isSpraying(entry)) return;
    const { accounts, slowAccounts, triesPerAccount } = this.settings;
    const evidenceIn = (shapes: SourceShapes, limit: number) => {
      const shape = shapes.shapeOf(entry, nowMilliseconds);
      const strength = isInVain(shape, triesPerAccount) ? shape.accounts / limit : 0;
      return { ...shape, shapes, strength };
    };
    const found = strongest(evidenceIn(this.fast, accounts), evidenceIn(this.slow, slowAccounts));
    this.episodes.note({
      kind: 'credential_stuffing',
      key,
      severity: 'critical',
      strength: found.strength,
      failedAttempts: found.failedAttempts,
      windowSeconds: found.shapes.windowSeconds,
      sinceMilliseconds: found.shapes.since(entry, nowMilliseconds),
      accounts: Math.round(found.accounts),
      sources: 1,
      subject: sourceOf(subject),
      context: counted.context,
    });
  }
}

/** The account of one try of many is nobody in particular. */
export function sourceOf({ sourceAddress, route }: Sighting['subject']): Sighting['subject'] {
  return {
    ...(sourceAddress === undefined ? {} : { sourceAddress }),
    ...(route === undefined ? {} : { route }),
  };
}
