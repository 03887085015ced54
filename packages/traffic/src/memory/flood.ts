import { createAuthMeter, type AuthMeter } from '@authmeter/core';
import { SOURCE_FAILURES, ACCOUNT_FAILURES } from '@authmeter/core/conventions';
import { createDetectors, type Detectors } from '@authmeter/detectors';
import {
  createFakeClock,
  createMetricsHarness,
  type FakeClock,
  type MetricsHarness,
} from '@authmeter/testkit';
import { heldBytes, measureIdleMeter } from './held-bytes';

/** How hard the flood is. */
export interface FloodOptions {
  /** Failed logins, nearly each of another source and another account. */
  readonly events: number;
  /** Characters of each account's name. */
  readonly nameCharacters: number;
  /** Share of the events before the planted sources and accounts begin. */
  readonly plantedAfter: number;
}

/** What a flood did. */
export interface FloodResult {
  /** What meter, SDK and detectors hold after it, in bytes: heap and array buffers, garbage collected. */
  readonly heldBytes: number;
  /** The part of the heap that a meter and its SDK hold before anything happens, its array buffers left out. */
  readonly idleMeterBytes: number;
  /** The part of that after the first tenth: what depends on how long it lasts. */
  readonly grownAfterFirstTenthBytes: number;
  /** Series of sources and of accounts at the end of each tenth. */
  readonly series: readonly number[];
  /** How many of the ten planted sources and accounts are at the top of each, and have a series. */
  readonly sourcesFound: number;
  readonly accountsFound: number;
  readonly sourceSeriesFound: number;
  /** Detections that began. */
  readonly detections: number;
  readonly secondsTaken: number;
}

const PLANTED = 10;
/** Every hundredth event is of one of the planted, each in turn: 1 % of all that follows for each. */
const PLANTED_EVERY = 10;
const EVENTS_PER_SCRAPE = 10_000;
const TENTHS = 10;
const WARM_UP_EVENTS = 20_000;
const EPOCH_MILLISECONDS = 1_772_496_000_000;
const DAY_MILLISECONDS = 86_400_000;
/** A thousand a second. */
const MILLISECONDS_PER_EVENT = 1;
const USER_ID_KEY = 'a key for the accounts of a flood';

/** Floods a meter with its detectors, and measures what stays. Needs `--expose-gc`. */
export async function flood(options: FloodOptions): Promise<FloodResult> {
  // Compiled code and hidden classes are no memory of the flood: another meter pays for them first.
  await warmUp(options);
  const idleMeterBytes = await measureIdleMeter();
  const before = heldBytes();
  const startedAt = performance.now();
  const subject = createSubject();
  const { series, heldAfterFirstTenth } = await playFlood(subject, options);
  const secondsTaken = (performance.now() - startedAt) / 1000;
  const after = heldBytes();
  const { meter, harness } = subject;
  const names = (prefix: string): readonly string[] =>
    Array.from({ length: PLANTED }, (_, number) => `${prefix}${String(number)}`);
  const sources = names('203.0.').map((name) => `${name}.0`);
  const top = new Set(meter.topSources(PLANTED).map(({ name }) => name));
  const points = await harness.points(SOURCE_FAILURES.name, { withZeros: true });
  const withSeries = new Set(points.map(({ attributes }) => attributes['ip_address']));
  const victims = new Set(meter.topAccounts(PLANTED).map(({ name }) => name));
  const victimNames = names('victim-').map((name) => subject.nameAccount(name));
  const result = {
    heldBytes: after - before,
    idleMeterBytes,
    grownAfterFirstTenthBytes: after - heldAfterFirstTenth,
    series,
    sourcesFound: sources.filter((name) => top.has(name)).length,
    accountsFound: victimNames.filter((name) => name !== undefined && victims.has(name)).length,
    sourceSeriesFound: sources.filter((name) => withSeries.has(name)).length,
    detections: subject.counted.detections,
    secondsTaken,
  };
  await harness.shutdown();
  return result;
}

async function warmUp(options: FloodOptions): Promise<void> {
  const { clock, detectors, harness, ...subject } = createSubject();
  const events = Math.min(options.events, WARM_UP_EVENTS);
  await playFlood({ ...subject, clock, detectors, harness }, { ...options, events });
  // An attack that goes on keeps its detectors alive.
  clock.advance(DAY_MILLISECONDS);
  detectors.active();
  await harness.shutdown();
}

interface Subject {
  readonly clock: FakeClock;
  readonly meter: AuthMeter;
  readonly detectors: Detectors;
  readonly harness: MetricsHarness;
  readonly counted: { detections: number };
  readonly nameAccount: (accountId: string) => string | undefined;
}

function createSubject(): Subject {
  const counted = { detections: 0 };
  let nameAccount: Subject['nameAccount'] = () => undefined;
  const clock = createFakeClock(EPOCH_MILLISECONDS);
  const detectors = createDetectors({
    clock,
    locate: () => ({ latitude: 1, longitude: 1 }),
    onDetection: ({ phase }) => {
      if (phase === 'started') counted.detections += 1;
    },
  });
  const harness = createMetricsHarness();
  const naming = {
    attach: (host: Parameters<Detectors['attach']>[0]) => {
      nameAccount = (accountId) => host.nameAccount(accountId);
    },
    observe: () => undefined,
  };
  const meter = createAuthMeter({
    clock,
    meterProvider: harness.meterProvider,
    userIdKey: USER_ID_KEY,
    observers: [detectors, naming],
    enabled: true,
  });
  return { clock, meter, detectors, harness, counted, nameAccount: (id) => nameAccount(id) };
}

async function playFlood(
  { clock, meter, harness }: Subject,
  { events, nameCharacters, plantedAfter }: FloodOptions,
): Promise<{ readonly series: readonly number[]; readonly heldAfterFirstTenth: number }> {
  const series: number[] = [];
  let heldAfterFirstTenth = 0;
  for (let number = 0; number < events; number += 1) {
    clock.advance(MILLISECONDS_PER_EVENT);
    const isPlanted = number >= events * plantedAfter && number % PLANTED_EVERY === 0;
    const { sourceAddress, name } = isPlanted ? planted(number) : stranger(number);
    meter.record({
      kind: 'login',
      method: 'password',
      outcome: 'failure',
      errorType: 'invalid_credentials',
      sourceAddress,
      accountId: isPlanted ? name : name.padEnd(nameCharacters, 'x'),
    });
    if ((number + 1) % EVENTS_PER_SCRAPE === 0) await harness.collect();
    if ((number + 1) % Math.ceil(events / TENTHS) === 0) {
      series.push(await countSeries(harness));
      if (series.length === 1) heldAfterFirstTenth = heldBytes();
    }
  }
  return { series, heldAfterFirstTenth };
}

function planted(number: number): { readonly sourceAddress: string; readonly name: string } {
  const which = String((number / PLANTED_EVERY) % PLANTED);
  return { sourceAddress: `203.0.${which}.7`, name: `victim-${which}` };
}

/** Each of another network: IPv4 as long as there are enough, then IPv6. */
function stranger(number: number): { readonly sourceAddress: string; readonly name: string } {
  const sourceAddress =
    number % 2 === 0
      ? `${String(20 + ((number >> 17) & 63))}.${String((number >> 9) & 255)}.${String((number >> 1) & 255)}.9`
      : `2001:db8:${(number >> 1).toString(16).slice(-4)}:${(number >> 16).toString(16)}::1`;
  return { sourceAddress, name: `stranger-${String(number)}-` };
}

async function countSeries(harness: MetricsHarness): Promise<number> {
  const snapshot = await harness.collect();
  return [SOURCE_FAILURES, ACCOUNT_FAILURES]
    .map(({ name }) => snapshot.points(name, { withZeros: true }).length)
    .reduce((sum, points) => sum + points, 0);
}
