import type { AlertName } from '@authmeter/core/conventions';
import type { Traffic } from './traffic';

/** Traffic that belongs to one alert alone, and whether it may fire for it. */
export interface Special {
  /** The end of a sentence that begins with the alert: 'does not …'. */
  readonly it: string;
  readonly traffic: Traffic;
  readonly fires: boolean;
}

/** When one alert has to fire and when not, in numbers that are written down here and nowhere computed. */
export interface AlertCase {
  readonly alert: AlertName;
  readonly severity: 'warning' | 'critical';
  /** Labels of the alert besides the job. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Just below the limit. */
  readonly below: Traffic;
  /** Just above it, from minute 0 on. */
  readonly above: Traffic;
  /** The first minute, of traffic that begins at 0, at which it fires; one before it does not. */
  readonly firesAt: number;
  /** Whether it waits before it fires. */
  readonly pends: boolean;
  /** What else fires at that minute. */
  readonly also?: readonly AlertName[];
  /** Few events that would be above the limit, or the few that are enough. */
  readonly lowTraffic: { readonly traffic: Traffic; readonly fires: boolean };
  readonly specials?: readonly Special[];
  /** What the notification says of the value, at that minute. */
  readonly description: string;
}
