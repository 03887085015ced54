import { addressKey, type CountedObservation, type ObservationOf } from '@authmeter/core';
import type { EndCause, Severity } from '@authmeter/core/conventions';
import type { KeyHash } from '../memory/key-hash';
import { RecentValues } from '../memory/recent-values';
import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import type { Detector, Sighting } from '../sighting';

/** Keep sessions, accounts and sources with the same id apart. */
const PREFIX = 'session\n';
const SOURCE_PREFIX = 'source\n';
/** A remembered end is a second, whether its client has let go of the session, and from where it ended. */
const SOURCE_TAGS = 2 ** 16;
const SECOND_UNIT = 2 * SOURCE_TAGS;

/** After these the client has no session any more: whoever still has it copied it. */
const LET_GO: ReadonlySet<EndCause | undefined> = new Set<EndCause>(['user', 'rotation', 'reuse']);

/**
 * A session that is used after its end. Accepted, it is a hole in the service. Refused, it is suspicious only where its
 * client let go of it and it comes from elsewhere: tabs that were left open use ended sessions all day.
 */
export class SessionUseAfterExpire implements Detector {
  private readonly ends: RecentValues;

  constructor(
    private readonly settings: SettingsOf<'sessionUseAfterExpire'>,
    private readonly hash: KeyHash,
    private readonly episodes: Episodes,
  ) {
    this.ends = new RecentValues(settings.remembered);
  }

  observe(sighting: Sighting): void {
    const { observation } = sighting.counted;
    if (observation.kind === 'session') this.noteEnd(observation, sighting);
    else if (observation.kind === 'attempt') this.noteUse(observation, sighting);
  }

  private noteEnd(
    { change, cause, sessionId, sourceAddress }: ObservationOf<'session'>,
    { counted }: Sighting,
  ): void {
    if (change !== 'ended' || sessionId === undefined) return;
    const letGo = LET_GO.has(cause) ? SOURCE_TAGS : 0;
    const endedAt = Math.floor(counted.atEpochMilliseconds / 1000);
    this.ends.set(
      this.hash(PREFIX + sessionId),
      endedAt * SECOND_UNIT + letGo + this.tagOf(sourceAddress),
    );
  }

  private noteUse(attempt: ObservationOf<'attempt'>, sighting: Sighting): void {
    const severity = this.severityOf(attempt, sighting.counted);
    if (severity === undefined) return;
    const { counted, subject, nowMilliseconds } = sighting;
    const id = attempt.sessionId ?? attempt.accountId;
    this.episodes.note({
      kind: 'session_use_after_expire',
      key: id === undefined ? nowMilliseconds : this.hash(PREFIX + id),
      strength: 1,
      severity,
      failedAttempts: attempt.outcome === 'failure' ? 1 : 0,
      newAttempts: attempt.outcome === 'failure' ? 1 : 0,
      subject,
      context: counted.context,
    });
  }

  private severityOf(
    { method, outcome, sessionId, sourceAddress, token }: ObservationOf<'attempt'>,
    { atEpochMilliseconds }: CountedObservation,
  ): Severity | undefined {
    const lateBy = (endSeconds: number): boolean =>
      atEpochMilliseconds / 1000 - endSeconds > this.settings.leewaySeconds;
    const isAccepted = outcome === 'success';
    // A signed token may be accepted late on purpose.
    const expiresAt = method === 'session' ? token?.expiresAtEpochSeconds : undefined;
    if (isAccepted && lateBy(expiresAt ?? Number.POSITIVE_INFINITY)) return 'critical';
    const end = sessionId === undefined ? undefined : this.ends.get(this.hash(PREFIX + sessionId));
    if (end === undefined || !lateBy(Math.floor(end / SECOND_UNIT))) return undefined;
    if (isAccepted) return 'critical';
    const hasLetGo = Math.floor(end / SOURCE_TAGS) % 2 === 1;
    const isElsewhere = end % SOURCE_TAGS !== this.tagOf(sourceAddress);
    return hasLetGo && isElsewhere && sourceAddress !== undefined ? 'warn' : undefined;
  }

  /** Tells sources apart, but for one in 65,536; nobody can choose an address that passes for another one. */
  private tagOf(sourceAddress: string | undefined): number {
    return this.hash(SOURCE_PREFIX + String(addressKey(sourceAddress))) % SOURCE_TAGS;
  }
}
