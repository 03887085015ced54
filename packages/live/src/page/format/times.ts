import { formatNumber, formatRound } from './numbers';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** How long something took: 240 ms, 1.2 s, 3 min. */
export function formatLatency(seconds: number): string {
  if (seconds < 0.001) return `${formatNumber(seconds * 1_000_000)} µs`;
  if (seconds < 1) return `${formatNumber(seconds * 1000)} ms`;
  return seconds < MINUTE ? `${formatNumber(seconds)} s` : formatSpan(seconds);
}

/** The same for a round time on an axis. */
export function formatRoundLatency(seconds: number): string {
  if (seconds === 0) return '0';
  if (seconds < 0.001) return `${formatRound(seconds * 1_000_000)} µs`;
  return seconds < 1 ? `${formatRound(seconds * 1000)} ms` : `${formatRound(seconds)} s`;
}

/** A span of time in its two largest units: 2 h 14 min, 90 d. */
export function formatSpan(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < MINUTE) return `${String(whole)} s`;
  if (whole < HOUR) return joined(Math.floor(whole / MINUTE), 'min', whole % MINUTE, 's');
  if (whole < DAY) {
    return joined(Math.floor(whole / HOUR), 'h', Math.floor((whole % HOUR) / MINUTE), 'min');
  }
  return joined(Math.floor(whole / DAY), 'd', Math.floor((whole % DAY) / HOUR), 'h');
}

/** How far something got: 1:20 of 5:00. */
export function formatProgress(seconds: number, ofSeconds: number): string {
  return `${clock(Math.min(seconds, ofSeconds))} of ${clock(ofSeconds)}`;
}

/** The time of day of an instant: 12:01:22. */
export function formatTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(padded).join(':');
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const tail = small === 0 ? '' : ` ${String(small)} ${smallUnit}`;
  return `${String(large)} ${largeUnit}${tail}`;
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${String(Math.floor(whole / MINUTE))}:${padded(whole % MINUTE)}`;
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}
