import { setTimeout as wait } from 'node:timers/promises';
import { renderAttemptTable } from './output/attempt-table';
import { renderGreeting } from './output/greeting';
import { createScreen, type TextSink } from './output/screen';
import { startDemo, type Demo, type DemoOptions } from './start-demo';
import { FIRST_NEWCOMERS } from './traffic/plan-visits';
import { playAtOnce } from './traffic/play-at-once';
import { pickWeighted } from './traffic/random-source';
import type { Visitor } from './traffic/visit';
import { scrape } from './truth/scrape';

const MILLISECONDS_PER_SECOND = 1000;
const TERMINAL_REFRESH_MILLISECONDS = 1000;
const LOG_REFRESH_MILLISECONDS = 5000;
const OPENING_CONCURRENCY = 2;
/** Fewer than there are members, so that each has an account to itself. */
const MOST_VISITS_AT_ONCE = 8;

export interface RunOptions extends DemoOptions {
  /** Visits that begin each second. */
  readonly visitsPerSecond: number;
}

/** Keeps the demo running, with its table, until the signal aborts. Rejects when the demo cannot go on. */
export async function runUntil(
  signal: AbortSignal,
  options: RunOptions,
  output: TextSink,
): Promise<void> {
  const demo = await startDemo(options);
  const failure = new AbortController();
  const over = AbortSignal.any([signal, failure.signal]);
  const fail = (error: unknown): void => {
    failure.abort(error);
  };
  try {
    const lines = renderGreeting(demo, options.collectorUrl);
    output.write(`${lines.join('\n')}\n`);
    await Promise.all([
      sendTraffic(demo, options.visitsPerSecond, over, fail).catch(fail),
      showTable(demo, output, over).catch(fail),
    ]);
    if (failure.signal.aborted) throw failure.signal.reason;
  } finally {
    await demo.stop();
  }
}

/** Visits begin evenly spaced; one that finds too many others inside stays away. */
async function sendTraffic(
  { framework, traffic, random }: Demo,
  visitsPerSecond: number,
  over: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<void> {
  const first = Array<Visitor>(FIRST_NEWCOMERS).fill(framework.newcomer);
  await playAtOnce(traffic, first, OPENING_CONCURRENCY);
  const visits = new Set<Promise<void>>();
  while (!over.aborted) {
    if (visits.size < MOST_VISITS_AT_ONCE) {
      const visit = traffic
        .play(pickWeighted(framework.visitors, random))
        .catch(onFailure)
        .finally(() => {
          visits.delete(visit);
        });
      visits.add(visit);
    }
    await pause(MILLISECONDS_PER_SECOND / visitsPerSecond, over);
  }
  await Promise.all(visits);
}

async function showTable(
  { service, truth }: Demo,
  output: TextSink,
  over: AbortSignal,
): Promise<void> {
  const screen = createScreen(output);
  const refreshMilliseconds =
    output.isTTY === true ? TERMINAL_REFRESH_MILLISECONDS : LOG_REFRESH_MILLISECONDS;
  while (!over.aborted) {
    await pause(refreshMilliseconds, over);
    const sent = `${String(truth.requests)} requests of ${String(truth.visits)} visits so far; Ctrl+C ends it`;
    const surprises = truth.surprises.map((surprise) => `unexpected: ${surprise}`);
    screen.show([...renderAttemptTable(await scrape(service.url)), '', sent, ...surprises]);
  }
}

/** Waits, but no longer than until it is over. */
async function pause(milliseconds: number, over: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal: over }).catch(() => undefined);
}
