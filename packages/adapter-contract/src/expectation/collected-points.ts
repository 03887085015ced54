import { setTimeout as wait } from 'node:timers/promises';
import {
  ACCOUNT_FAILURES,
  METRIC_CATALOGUE,
  RATE_LIMIT_HITS,
  SESSIONS_ACTIVE,
  SOURCE_FAILURES,
  type MetricKind,
} from '@authmeter/core/conventions';
import type { MetricsHarness } from '@authmeter/testkit';
import { sortPoints, type CountedPoint } from './counted-point';

const DEADLINE_MILLISECONDS = 3000;
const PAUSE_MILLISECONDS = 2;
/** Looked at only where a row names them: every failure has a source, and some frameworks keep sessions. */
const ON_REQUEST: readonly string[] = [
  SOURCE_FAILURES.name,
  ACCOUNT_FAILURES.name,
  RATE_LIMIT_HITS.name,
  SESSIONS_ACTIVE.name,
];

/**
 * Waits until as much was counted as is expected; what was counted too much is for the caller to see.
 *
 * @throws Error that shows the points, when that takes longer than three seconds.
 */
export async function waitForPoints(
  harness: MetricsHarness,
  expected: readonly CountedPoint[],
): Promise<void> {
  const deadline = performance.now() + DEADLINE_MILLISECONDS;
  for (;;) {
    const points = await collectPoints(harness, expected);
    if (totalOf(points) >= totalOf(expected)) return;
    if (performance.now() > deadline) {
      throw new Error(
        `${String(totalOf(expected))} were to be counted, but only these were within ` +
          `${String(DEADLINE_MILLISECONDS)} ms: ${JSON.stringify(points, undefined, 2)}`,
      );
    }
    await wait(PAUSE_MILLISECONDS);
  }
}

/** All counters that are not zero, and of the rest what the expectation names. */
export async function collectPoints(
  harness: MetricsHarness,
  expected: readonly CountedPoint[],
): Promise<readonly CountedPoint[]> {
  const named = new Set(expected.map(({ metric }) => metric));
  // A ledger's series is born at zero and has its value at the collection after.
  await harness.collect();
  const snapshot = await harness.collect();
  const points = METRIC_CATALOGUE.flatMap(({ name, kind }): readonly CountedPoint[] => {
    if (kind === 'gauge' || (isOnRequest(name, kind) && !named.has(name))) return [];
    return kind === 'histogram'
      ? snapshot
          .distributions(name)
          .map(({ attributes, value }) => ({ metric: name, attributes, value: value.count }))
      : snapshot.points(name).map((point) => ({ metric: name, ...point }));
  });
  return sortPoints(points);
}

function isOnRequest(name: string, kind: MetricKind): boolean {
  return kind === 'histogram' || ON_REQUEST.includes(name);
}

function totalOf(points: readonly CountedPoint[]): number {
  return points.reduce((sum, { value }) => sum + value, 0);
}
