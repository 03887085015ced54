import { createAuthMeter, type AuthMeterOptions, type AuthObservation } from '@authmeter/core';
import { createFakeClock, createMetricsHarness } from '@authmeter/testkit';
import { SECURITY_EVENTS_DETECTED } from '@authmeter/core/conventions';
import { createDetectors, type Detection, type DetectorOptions } from '../src';

/** 2023-11-14T22:13:20Z. */
export const NOW_EPOCH_MILLISECONDS = 1_700_000_000_000;
export const KEY = 'a secret of at least sixteen bytes';

/** Who tries. */
interface Who {
  readonly accountId?: string;
  readonly sourceAddress?: string;
}

/** A real meter with detectors, at an instant that moves when it is told to. */
export function createDetectingMeter(
  options: DetectorOptions = {},
  meterOptions: AuthMeterOptions = {},
) {
  const clock = createFakeClock(NOW_EPOCH_MILLISECONDS);
  const harness = createMetricsHarness();
  const told: Detection[] = [];
  const detectors = createDetectors({
    clock,
    onDetection: (detection) => void told.push(detection),
    ...options,
  });
  const meter = createAuthMeter({
    clock,
    meterProvider: harness.meterProvider,
    userIdKey: KEY,
    ...meterOptions,
    observers: [detectors, ...(meterOptions.observers ?? [])],
  });
  const login = (who: Who, times: number, everySeconds: number, outcome: 'success' | 'failure') => {
    for (let count = 0; count < times; count += 1) {
      const cause = outcome === 'failure' ? ({ errorType: 'invalid_credentials' } as const) : {};
      meter.record({ kind: 'login', method: 'password', outcome, ...cause, ...who });
      clock.advance(everySeconds * 1000);
    }
  };
  return {
    clock,
    harness,
    detectors,
    meter,
    told,
    record: (observation: AuthObservation) => {
      meter.record(observation);
    },
    fail: (who: Who, times = 1, everySeconds = 1) => {
      login(who, times, everySeconds, 'failure');
    },
    succeed: (who: Who, times = 1, everySeconds = 1) => {
      login(who, times, everySeconds, 'success');
    },
    wait: (seconds: number) => {
      clock.advance(seconds * 1000);
      detectors.active();
    },
    /** What was told, a line each: `started brute_force 15`. */
    lines: () =>
      told.map(({ phase, kind, failedAttempts }) => `${phase} ${kind} ${String(failedAttempts)}`),
    /** What `auth.security.events` counted. */
    events: async () => {
      const points = await harness.points(SECURITY_EVENTS_DETECTED.name);
      return points.map(({ attributes, value }) => ({ ...attributes, value }));
    },
  };
}

/** Address number n, in a network of its own. */
export function address(number: number): string {
  return `10.${String(number >> 8)}.${String(number & 255)}.7`;
}

/** Calls a function for each number below a limit. */
export function times(count: number, run: (number: number) => void): void {
  for (let number = 0; number < count; number += 1) run(number);
}
