import type { PartResult } from './parts/part';

/** A figure that has to stay at or below its limit. */
export interface Goal {
  /** The name under which a part gives the figure. */
  readonly ratio: string;
  readonly limit: number;
  /**
   * What fails the short form, where that is not the goal itself: several times what a machine at rest shows, because the
   * one that runs the tests may be busy.
   */
  readonly debt?: number;
  /** Whether it is a time, which says something of one machine only. */
  readonly isAbsolute?: boolean;
  /** What is compared, for a table. */
  readonly what: string;
}

/** What Authmeter means to cost. Nearly all are ratios inside one run: machines differ, ratios hardly do. */
export const GOALS: readonly Goal[] = [
  {
    ratio: 'record/raw',
    limit: 0.08,
    debt: 0.5,
    what: 'an attempt recorded / `counter.add` by hand',
  },
  {
    ratio: 'record/prom',
    limit: 0.15,
    debt: 1,
    what: 'an attempt recorded / prom-client `inc`',
  },
  {
    ratio: 'bound/raw',
    limit: 0.02,
    debt: 0.12,
    what: 'by a bound handle / `counter.add` by hand',
  },
  {
    ratio: 'record two readers/one',
    limit: 1.15,
    debt: 1.5,
    what: 'recorded for two readers / for one',
  },
  { ratio: 'drain p99 ms', limit: 0.3, isAbsolute: true, what: 'the longest of 100 pauses, ms' },
  { ratio: 'no SDK ns', limit: 60, isAbsolute: true, what: 'an attempt without an SDK, ns' },
  {
    ratio: 'classify coded µs',
    limit: 1,
    isAbsolute: true,
    what: 'an error with a code categorised, µs',
  },
  { ratio: 'classify chain µs', limit: 3, isAbsolute: true, what: 'the third of a chain, µs' },
  {
    ratio: 'classify worst µs',
    limit: 50,
    isAbsolute: true,
    what: 'the slowest of 593 real errors, µs',
  },
  { ratio: 'mask/ipaddr', limit: 0.5, debt: 1, what: 'an IPv4 address masked / ipaddr.js alone' },
  {
    ratio: 'pseudonym hit/hmac',
    limit: 0.12,
    debt: 0.5,
    what: 'a known account hashed / `createHmac`',
  },
  {
    ratio: 'express/raw',
    limit: 0.6,
    debt: 8,
    what: 'CPU added by Authmeter / by OpenTelemetry by hand',
  },
  {
    ratio: 'express/prom',
    limit: 0.65,
    debt: 8,
    what: 'CPU added by Authmeter / by prom-client by hand',
  },
  { ratio: 'koa/raw', limit: 0.6, debt: 8, what: 'the same on Koa' },
  { ratio: 'koa/prom', limit: 0.65, debt: 8, what: 'the same on Koa' },
  { ratio: 'nest/raw', limit: 0.6, debt: 10, what: 'the same on Nest' },
  { ratio: 'nest/prom', limit: 0.65, debt: 10, what: 'the same on Nest' },
  {
    ratio: 'verify patched/bare',
    limit: 1.03,
    debt: 1.3,
    what: 'a token verified by a patched library / bare, no spans told',
  },
  {
    ratio: 'audit call/emit',
    limit: 0.1,
    debt: 0.8,
    what: 'an audit event handed over / `logger.emit`',
  },
  { ratio: 'audit all/pino', limit: 0.6, debt: 2, what: 'an audit event written / by pino' },
  {
    ratio: 'audit all/emit written',
    limit: 0.65,
    debt: 2,
    what: 'an audit event written / `emit`, as OTLP JSON',
  },
  { ratio: 'hostile heap MB', limit: 1, debt: 2, what: 'heap that a million sources cost, MB' },
  {
    ratio: 'hostile record/prom',
    limit: 0.35,
    debt: 2,
    what: 'a record under attack / prom-client by ip',
  },
  { ratio: 'hostile sources missed', limit: 0, what: 'of ten planted sources not found' },
  { ratio: 'hostile series growth', limit: 0, what: 'series beyond 100 sources and `other`' },
  {
    ratio: 'import/api',
    limit: 1.5,
    debt: 4,
    what: 'loading core / the OpenTelemetry API alone',
  },
  { ratio: 'packed core kB', limit: 60, debt: 112, what: 'core as npm sends it, kB' },
];

/** A figure that got worse than it was known to be. */
export interface Regression {
  readonly ratio: string;
  readonly value: number;
}

/** The figures of a part that got worse by more than its method's own error. Times are not compared. */
export function regressionsOf({
  ratios,
  spread,
}: Pick<PartResult, 'ratios' | 'spread'>): Regression[] {
  return GOALS.flatMap(({ ratio, limit, debt = limit, isAbsolute = false }) => {
    const value = ratios[ratio];
    const isWorse = value !== undefined && value > debt * (1 + spread);
    return isWorse && !isAbsolute ? [{ ratio, value }] : [];
  });
}

/** How a measured figure stands to its goal. */
export type GoalState = 'reached' | 'within the error' | 'missed';

/** @param spread What the run's own repetition strays from 1: no ratio is known better. */
export function judgeGoal({ limit }: Goal, value: number, spread: number): GoalState {
  if (value <= limit) return 'reached';
  return value <= limit * (1 + spread) ? 'within the error' : 'missed';
}
