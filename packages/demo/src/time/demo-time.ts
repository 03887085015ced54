import { setTimeout as wait } from 'node:timers/promises';
import { SYSTEM_CLOCK, type Clock } from '@authmeter/core';

/** The time that a service and its visitors live in: the real one, or one that is told to pass. */
export interface DemoTime extends Clock {
  sleep(milliseconds: number): Promise<void>;
}

export const REAL_TIME: DemoTime = { ...SYSTEM_CLOCK, sleep: (milliseconds) => wait(milliseconds) };
