/** A range of PromQL: seconds, or a variable that Grafana fills in. */
export type QueryWindow = number | '$__rate_interval' | '$__interval' | '$__range';

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/** As Prometheus writes a duration, in the largest unit that divides it: `5m`, `90s`, `250ms`. */
export function renderDuration(seconds: number): string {
  if (seconds === 0) return '0s';
  const unit = UNITS.find(([, size]) => Number.isInteger(seconds / size));
  if (unit === undefined) return `${Math.round(seconds * 1000)}ms`;
  const [name, size] = unit;
  return `${seconds / size}${name}`;
}

/** A window as it stands between brackets. */
export function renderWindow(window: QueryWindow): string {
  return typeof window === 'number' ? renderDuration(window) : window;
}
