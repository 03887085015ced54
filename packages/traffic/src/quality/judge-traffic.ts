import type { DetectionKind } from '@authmeter/detectors';
import type { Attack, Traffic } from '../traffic-event';
import type { TimedDetection } from './run-traffic';

/** How detections compare with the truth. */
export interface Judgement {
  /** Attacks that were to be found, each with the seconds until it was; undefined when it was not. */
  readonly attacks: readonly {
    readonly kind: DetectionKind;
    readonly secondsToDetection: number | undefined;
    /** How many detections of its kind it had: one is right. */
    readonly detections: number;
  }[];
  readonly truePositives: readonly TimedDetection[];
  readonly falsePositives: readonly TimedDetection[];
}

/** What is told so long after the last try is still about it. */
const GRACE_SECONDS = 60;

/** So many of a kind are told apart; all further ones are told together, and name nobody. */
const MOST_NAMED = 50;

/** Compares what was told with what is true. */
export function judgeTraffic(
  { attacks }: Traffic,
  detections: readonly TimedDetection[],
): Judgement {
  const started = detections.filter(({ phase }) => phase === 'started');
  const isTrue = (detection: TimedDetection): boolean =>
    attacks.some(
      (attack) =>
        isOf(attack, detection) || isAlsoTrue(attack, detection) || isAftermath(attack, detection),
    );
  return {
    attacks: attacks.map((attack) => {
      const own = started.filter((detection) => isOf(attack, detection));
      const [first] = own;
      return {
        kind: attack.kind,
        secondsToDetection: first && Math.max(0, first.atSeconds - attack.fromSeconds),
        detections: own.length,
      };
    }),
    truePositives: started.filter(isTrue),
    falsePositives: started.filter((detection) => !isTrue(detection)),
  };
}

function isOf(attack: Attack, detection: TimedDetection): boolean {
  return (
    attack.kind === detection.kind &&
    isDuring(attack, detection) &&
    (attack.source === undefined || attack.source === detection.source) &&
    (attack.accountId === undefined || attack.accountId === detection.subject.accountId)
  );
}

function isAlsoTrue(attack: Attack, detection: TimedDetection): boolean {
  return attack.alsoTrue?.includes(detection.kind) === true && isDuring(attack, detection);
}

/** Somebody else is in the account, or its owner came back to it. */
function isAftermath(
  { fromSeconds, compromised = [] }: Attack,
  { kind, atSeconds, subject: { accountId } }: TimedDetection,
): boolean {
  const isOfAccount = kind === 'success_after_failures' || kind === 'impossible_travel';
  if (!isOfAccount || atSeconds < fromSeconds) return false;
  return accountId === undefined
    ? compromised.length > MOST_NAMED
    : compromised.includes(accountId);
}

function isDuring({ fromSeconds, untilSeconds }: Attack, { atSeconds }: TimedDetection): boolean {
  return atSeconds >= fromSeconds - 1 && atSeconds <= untilSeconds + GRACE_SECONDS;
}
