import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MILLISECONDS = 50;

/** How long and for what to poll. */
export interface PollOptions {
  /** What is waited for, for the error: 'the alert to fire'. */
  readonly what: string;
  /** Seconds after which to give up; 20 unless given. */
  readonly timeoutSeconds?: number;
}

/**
 * Calls a function every 50 ms until it returns something other than `undefined` and `false`. An error that it
 * throws counts as "not yet".
 * @returns what the function returned in the end
 * @throws {Error} after the timeout, with the last error as its cause
 */
export async function pollUntil<T>(
  attempt: () => T | Promise<T>,
  { what, timeoutSeconds = 20 }: PollOptions,
): Promise<Exclude<T, undefined | false>> {
  const deadline = performance.now() + timeoutSeconds * 1000;
  let cause: unknown;
  do {
    try {
      const result = await attempt();
      cause = undefined;
      if (result !== undefined && result !== false) return result as Exclude<T, undefined | false>;
    } catch (error) {
      cause = error;
    }
    await sleep(PAUSE_MILLISECONDS);
  } while (performance.now() < deadline);
  throw new Error(`waited ${timeoutSeconds} s in vain for ${what}`, { cause });
}
