import {
  ATTEMPTS,
  DEPENDENCY_UP,
  LOGINS,
  OPERATION_DURATION,
  RATE_LIMIT_REQUESTS,
  SESSIONS_ACTIVE,
  USERS_ACTIVE,
} from '@authmeter/core/conventions';
import { quantileOf } from '../../shared/quantile';
import { bucketsOf, sizeOf } from '../data/buckets';
import { slotsBetween, type View } from '../data/view';
import { formatCount, formatNumber, NO_NUMBER, orDash } from '../format/numbers';
import { formatLatency } from '../format/times';
import { NOW_SECONDS, rateAndShare, shareOrFew } from '../panels/now-and-before';

const BEFORE_SECONDS = 300;
const LEAST_SAMPLES = 20;

/** A number that is seen first, with the same of five minutes ago. */
export interface TileModel {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly before?: string;
  readonly panel: string;
  readonly isAlarming?: boolean;
}

/** The tiles that have something to say. */
export function readTiles(view: View): readonly TileModel[] {
  return [
    ...outcomeTiles(view, ATTEMPTS, 'Attempts', 'attempts'),
    ...outcomeTiles(view, LOGINS, 'Logins', 'logins'),
    loginLatency(view),
    limited(view),
    sessions(view),
    users(view),
    dependencies(view),
  ].filter((tile) => tile !== undefined);
}

function outcomeTiles(
  view: View,
  metric: typeof ATTEMPTS | typeof LOGINS,
  label: string,
  panel: string,
): readonly TileModel[] {
  if (!view.hasRecorded(metric)) return [];
  const all = view.filtered(metric);
  const [now, before] = [rateAndShare(view, all, 'now'), rateAndShare(view, all, 'before')];
  return [
    {
      label,
      value: orDash(now.rate, formatNumber),
      unit: '/s',
      before: orDash(before.rate, formatNumber),
      panel,
    },
    { label: `${label} failing`, value: shareOrFew(now), before: shareOrFew(before), panel },
  ];
}

function loginLatency(view: View): TileModel | undefined {
  const series = view.series(OPERATION_DURATION, { operation: ['login'] });
  if (series.length === 0) return undefined;
  const p95 = (ago: number): string => {
    const end = view.now - ago * 1000;
    const { fine } = view.frame;
    const buckets = bucketsOf(fine, series, slotsBetween(fine, end - NOW_SECONDS * 1000, end));
    if (sizeOf(buckets) < LEAST_SAMPLES) return NO_NUMBER;
    return formatLatency(quantileOf(buckets, 0.95)?.value ?? 0);
  };
  return { label: 'Login p95', value: p95(0), before: p95(BEFORE_SECONDS), panel: 'latency' };
}

function limited(view: View): TileModel | undefined {
  if (!view.hasRecorded(RATE_LIMIT_REQUESTS)) return undefined;
  const series = view.series(RATE_LIMIT_REQUESTS, { result: ['limited'] });
  const rate = (ago: number): string => orDash(view.rateOf(series, NOW_SECONDS, ago), formatNumber);
  return {
    label: 'Limited',
    value: rate(0),
    unit: '/s',
    before: rate(BEFORE_SECONDS),
    panel: 'limits',
  };
}

function sessions(view: View): TileModel | undefined {
  const series = view.filtered(SESSIONS_ACTIVE);
  if (series.length === 0) return undefined;
  const count = (ago: number): string => orDash(view.gaugeOf(series, ago), formatCount);
  return { label: 'Sessions', value: count(0), before: count(BEFORE_SECONDS), panel: 'flows' };
}

function users(view: View): TileModel | undefined {
  const series = view.series(USERS_ACTIVE);
  if (series.length === 0) return undefined;
  const count = (ago: number): string => orDash(view.gaugeOf(series, ago), formatCount);
  return { label: 'Active users', value: count(0), before: count(BEFORE_SECONDS), panel: 'logins' };
}

function dependencies(view: View): TileModel | undefined {
  const series = view.series(DEPENDENCY_UP);
  if (series.length === 0) return undefined;
  const up = series.filter((one) => view.gaugeOf([one]) === 1).length;
  return {
    label: 'Dependencies up',
    value: `${String(up)} of ${String(series.length)}`,
    panel: 'dependencies',
    isAlarming: up < series.length,
  };
}
