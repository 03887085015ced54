import type { AuthMeter } from '@authmeter/core';
import { EVERYDAY } from '../scenes/everyday';
import { timesIn } from './plan-plays';

/** Tells a meter what happened in one second of an ordinary past, as the service would have. */
export function tellSecondOfPast(meter: AuthMeter, second: number): void {
  EVERYDAY.forEach(({ perSecond, past }, index) => {
    const phase = index / EVERYDAY.length;
    const times = timesIn(second + 1, perSecond, phase) - timesIn(second, perSecond, phase);
    for (let time = 0; time < times; time += 1) {
      for (const observation of past) meter.record(observation);
    }
  });
}
