import { createAuthMeter } from '@authmeter/core';
import { createDetectors, type Detection, type Locate } from '@authmeter/detectors';
import { createFakeClock } from '@authmeter/testkit';
import { cityOf } from '../background/population';
import type { Traffic } from '../traffic-event';

/** Tuesday, 2026-03-03, midnight UTC. */
const MIDNIGHT_EPOCH_MILLISECONDS = 1_772_496_000_000;
const MILLISECONDS = 1000;
/** Long enough for everything to be over. */
const AFTERWARDS_SECONDS = 7200;

/** A detection, and when it was told: seconds after the traffic began. */
export interface TimedDetection extends Detection {
  readonly atSeconds: number;
}

/** Plays traffic through a real meter with detectors at their defaults, and gives what they told. */
export function runTraffic({ events }: Traffic): readonly TimedDetection[] {
  const clock = createFakeClock(MIDNIGHT_EPOCH_MILLISECONDS);
  const told: TimedDetection[] = [];
  const detectors = createDetectors({
    clock,
    locate,
    onDetection: (detection) => {
      const atSeconds = (clock.epochMilliseconds() - MIDNIGHT_EPOCH_MILLISECONDS) / MILLISECONDS;
      told.push({ ...detection, atSeconds });
    },
  });
  const meter = createAuthMeter({ clock, observers: [detectors], enabled: true });
  let now = 0;
  for (const { atSeconds, observation } of events) {
    clock.advance((atSeconds - now) * MILLISECONDS);
    now = atSeconds;
    meter.record(observation);
  }
  clock.advance(AFTERWARDS_SECONDS * MILLISECONDS);
  detectors.active();
  return told;
}

/** Data of addresses strays by up to a degree. */
const locate: Locate = (address) => {
  const { latitude, longitude } = cityOf(address);
  const stray = (Number(address.split('.')[3]) % 9) / 4 - 1;
  return { latitude: latitude + stray, longitude: longitude + stray };
};
