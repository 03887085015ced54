import { randomBytes } from 'node:crypto';
import { maskIpAddress, type Clock, type ObserverHost, type SubjectFacts } from '@authmeter/core';
import { OTHER_VALUE } from '@authmeter/core/conventions';
import type { Detection } from '../detection';
import type { ResolvedDetectorOptions } from '../options/detector-options';
import { isAboutOne, type Episode, type EpisodeListener } from './episodes';
import type { Finding } from './finding';
import { keepable } from './keepable-subject';

/** Tells the host and, through its meter, metrics and audit events what begins and what is over. */
export class Reporter implements EpisodeListener {
  /** The meter that was attached first; before there is one, only the callback hears. */
  host: ObserverHost | undefined;
  private readonly begun = new Map<Episode, Detection>();
  private readonly prefix = randomBytes(4).toString('hex');
  private started = 0;

  constructor(private readonly options: ResolvedDetectorOptions) {}

  onStart(episode: Episode, finding: Finding): void {
    this.started += 1;
    const detection = this.describe(episode, finding);
    this.begun.set(episode, { ...detection, subject: keepable(detection.subject) });
    const action = this.call(detection);
    if (finding.isCounted === true) return;
    const { kind: event, severity } = detection;
    const evidence = evidenceOf(detection);
    this.host?.record(
      { kind: 'security_event', event, severity, ...evidence, ...known({ action }) },
      finding.context,
    );
  }

  onEnd(episode: Episode): void {
    const begun = this.begun.get(episode);
    if (begun === undefined) return;
    this.begun.delete(episode);
    const ended = this.bringUpToDate(begun, episode, 'ended');
    const action = this.call(ended);
    const evidence = evidenceOf(ended);
    this.host?.record({
      kind: 'security_event_end',
      event: ended.kind,
      ...evidence,
      ...known({ action }),
    });
  }

  /** The detection of an episode that goes on, with its totals up to now. */
  describeActive(episode: Episode): Detection | undefined {
    const begun = this.begun.get(episode);
    return begun && this.bringUpToDate(begun, episode, 'started');
  }

  private describe(episode: Episode, finding: Finding): Detection {
    const { clock } = this.options;
    const { kind, severity, failedAttempts, windowSeconds, accounts, sources, group } = finding;
    const subject = isAboutOne(episode) ? finding.subject : routeOf(finding.subject);
    const { sourceAddress, accountId } = subject;
    return {
      phase: 'started',
      detectionId: `${this.prefix}-${String(this.started)}`,
      kind,
      severity,
      failedAttempts,
      sinceEpochMilliseconds: epochOf(finding.sinceMilliseconds, clock),
      atEpochMilliseconds: clock.epochMilliseconds(),
      ...known({
        windowSeconds,
        accounts,
        sources,
        group,
        source: sourceAddress === undefined ? undefined : maskIpAddress(sourceAddress),
        account: accountId === undefined ? undefined : this.host?.nameAccount(accountId),
      }),
      subject,
    };
  }

  private bringUpToDate(
    begun: Detection,
    { failedAttempts, accounts, sources }: Episode,
    phase: Detection['phase'],
  ): Detection {
    const { clock } = this.options;
    const atEpochMilliseconds =
      phase === 'ended' ? clock.epochMilliseconds() : begun.atEpochMilliseconds;
    return {
      ...begun,
      phase,
      failedAttempts,
      ...known({ accounts, sources }),
      atEpochMilliseconds,
    };
  }

  /** Asks the host what it does about it. */
  private call(detection: Detection): string | undefined {
    const { onDetection, actions } = this.options;
    try {
      const answer = onDetection?.(detection);
      if (answer instanceof Promise) answer.catch(this.countFailure);
      if (typeof answer !== 'string') return undefined;
      return actions.has(answer) ? answer : OTHER_VALUE;
    } catch {
      this.countFailure();
      return undefined;
    }
  }

  private readonly countFailure = (): void => {
    this.host?.record({ kind: 'instrumentation_failure', component: 'detectors' });
  };
}

/** What an event carries of a detection. */
function evidenceOf(detection: Detection) {
  const { detectionId, sinceEpochMilliseconds, failedAttempts, subject } = detection;
  const { windowSeconds, accounts, sources } = detection;
  const measured = known({ windowSeconds, accounts, sources });
  return { ...subject, detectionId, sinceEpochMilliseconds, failedAttempts, ...measured };
}

function epochOf(sinceMilliseconds: number | undefined, clock: Clock): number {
  const ago =
    sinceMilliseconds === undefined ? 0 : clock.monotonicMilliseconds() - sinceMilliseconds;
  return Math.round(clock.epochMilliseconds() - ago);
}

/** Of what is about many, only the route says something. */
function routeOf({ route }: SubjectFacts): SubjectFacts {
  return known({ route });
}

/** What is known of an object; the rest is left out. */
function known<Facts extends object>(facts: Facts) {
  const told = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as { [Key in keyof Facts]?: NonNullable<Facts[Key]> };
}
