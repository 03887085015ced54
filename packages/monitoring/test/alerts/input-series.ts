import type { Flow, Traffic } from './traffic';

/** One series as promtool takes it; a value a minute. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** When and where traffic happens. */
export interface Course {
  readonly job?: string;
  readonly instance?: string;
  /** Every rate is multiplied by it; gauges stay. */
  readonly share?: number;
  /** The minute at which the process starts; nothing before. */
  readonly from?: number;
  /** The minute after which the process is gone; it stays unless given. */
  readonly until?: number;
  /** The minute at which its counters begin at 0 again. */
  readonly resetAt?: number;
}

const STALE = 'stale';
const NOTHING = '_';

/** The traffic of one instance as series of promtool, from minute 0 to `minutes`. */
export function inputSeries(
  traffic: Traffic,
  minutes: number,
  course: Course = {},
): readonly InputSeries[] {
  return traffic.map((flow) => ({
    series: renderSeries(flow, course),
    values: renderValues(flow, minutes, course),
  }));
}

/** Whether an instance answers scrapes: its series `up`. */
export function upSeries(
  minutes: number,
  { job = 'shop', instance = 'shop-1:9464' }: Course = {},
  up = 1,
): InputSeries {
  return { series: `up{job="${job}",instance="${instance}"}`, values: `${up}x${minutes}` };
}

function renderSeries({ name, labels }: Flow, course: Course): string {
  const { job = 'shop', instance = `${job}-1:9464` } = course;
  const all = { job, instance, ...labels };
  return `${name}{${Object.entries(all)
    .map(([label, value]) => `${label}="${value}"`)
    .join(',')}}`;
}

function renderValues({ phases, level }: Flow, minutes: number, course: Course): string {
  const { share = 1, from = 0, until = minutes, resetAt } = course;
  const values: string[] = [];
  let total = 0;
  for (let minute = 0; minute <= minutes; minute += 1) {
    if (minute > from && minute <= until) total += share * rateAt(phases, minute);
    if (minute === resetAt) total = 0;
    if (minute < from) values.push(NOTHING);
    else if (minute > until) values.push(STALE);
    else values.push(String(level ?? Number(total.toPrecision(12))));
  }
  return values.join(' ');
}

/** Events in the minute that ends at `minute`. */
function rateAt(phases: Flow['phases'], minute: number): number {
  let end = 0;
  for (const { minutes, perMinute } of phases) {
    end += minutes;
    if (minute <= end) return perMinute;
  }
  return 0;
}
