import { createAuthMeter, type AuthObserver, type Clock } from '@authmeter/core';
import { createDetectors, type Detection } from '@authmeter/detectors';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { tellSecondOfPast } from './tell-the-past';

const MILLISECONDS_PER_SECOND = 1000;
/** Long enough to learn what is usual. */
const PAST_SECONDS = 3600;
const PAST_MILLISECONDS = PAST_SECONDS * MILLISECONDS_PER_SECOND;

/** Detectors, and what they have found so far. */
export interface AttackWatch {
  readonly observer: AuthObserver;
  /** Each as it was when it began, in the order in which they did. */
  readonly found: readonly Detection[];
}

/** Watches for attacks with the thresholds that everybody gets, after an hour of everyday. */
export function watchForAttacks(
  time: Clock,
  onAttack: (attack: Detection) => void = () => undefined,
): AttackWatch {
  const found: Detection[] = [];
  let passed = 0;
  const clock: Clock = {
    epochMilliseconds: () => time.epochMilliseconds() - PAST_MILLISECONDS + passed,
    monotonicMilliseconds: () => time.monotonicMilliseconds() + passed,
  };
  const detectors = createDetectors({
    clock,
    onDetection: (detection) => {
      if (detection.phase === 'ended') return;
      found.push(detection);
      onAttack(detection);
    },
  });
  // The past is told to a meter that nobody reads; detectors belong to the first that they are given to.
  const listener: AuthObserver = {
    observe: (counted) => {
      detectors.observe(counted);
    },
  };
  const meterProvider = new MeterProvider();
  const past = createAuthMeter({ meterProvider, observers: [listener], clock });
  for (let second = 0; second < PAST_SECONDS; second += 1) {
    tellSecondOfPast(past, second);
    passed += MILLISECONDS_PER_SECOND;
  }
  return { observer: detectors, found };
}
