import { createAuthMeter } from '@authmeter/core';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { Counter as PromCounter, Registry } from 'prom-client';
import { answerParent, heapMegabytes } from './run-child';

/** What one design did under a million failed logins, most from an address of their own. */
export interface HostileResult {
  readonly grownMegabytes: number;
  readonly nanosecondsPerRecord: number;
  /** Series at the first and the last scrape. */
  readonly series: readonly [first: number, last: number];
  /** How many of the ten planted sources are among the ten heaviest. */
  readonly found: number;
}

/** A recorder of failures by source, and its scrape. */
interface Design {
  record(address: string): void;
  scrape(): Promise<string>;
  /** Whether each of the hundred scrapes is made; a text of a million series takes seconds to write. */
  readonly isScraped: boolean;
}

const EVENTS = 1_000_000;
const SCRAPES = 100;
const PLANTED = 10;
/** Each planted source sends one in a hundred. */
const PLANTED_EVERY = 100;
const SERIES_OF_SOURCES = /^auth_source_failures_total\{ip_address="([^"]+)"\} (\d+)/gm;

function ours(): Design {
  const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
  const meter = createAuthMeter({ meterProvider: new MeterProvider({ readers: [exporter] }) });
  return {
    record: (sourceAddress) => {
      meter.record({
        kind: 'attempt',
        outcome: 'failure',
        errorType: 'invalid_credentials',
        method: 'password',
        sourceAddress,
      });
    },
    scrape: () => readExporter(exporter),
    isScraped: true,
  };
}

function prom(): Design {
  const registry = new Registry();
  const counter = new PromCounter({
    name: 'auth_source_failures_total',
    help: 'by source',
    labelNames: ['ip_address'],
    registers: [registry],
  });
  return {
    record: (address) => {
      counter.inc({ ip_address: address });
    },
    scrape: () => registry.metrics(),
    isScraped: false,
  };
}

function readExporter(exporter: PrometheusExporter): Promise<string> {
  return new Promise((resolve) => {
    exporter.getMetricsRequestHandler(
      {} as never,
      {
        statusCode: 200,
        setHeader: () => undefined,
        end: resolve,
      } as never,
    );
  });
}

/** The event's source: one of ten, by turns, in every hundred; else one never seen before. */
function addressOf(event: number): string {
  const turn = event % PLANTED_EVERY;
  if (turn < PLANTED) return `198.51.${String(100 + turn)}.7`;
  return `${String(1 + ((event >> 16) & 127))}.${String((event >> 8) & 255)}.${String(event & 255)}.9`;
}

/** What the attack itself shows; the last scrape's text is gone when the heap is read. */
async function play(design: Design): Promise<Omit<HostileResult, 'grownMegabytes'>> {
  const series: [number, number] = [0, 0];
  let busyNanoseconds = 0;
  let text = '';
  for (let scrape = 0; scrape < SCRAPES; scrape += 1) {
    const addresses = Array.from({ length: EVENTS / SCRAPES }, (_, index) =>
      addressOf(scrape * (EVENTS / SCRAPES) + index),
    );
    const startedAt = process.hrtime.bigint();
    for (const address of addresses) design.record(address);
    busyNanoseconds += Number(process.hrtime.bigint() - startedAt);
    if (!design.isScraped && scrape < SCRAPES - 1) continue;
    text = await design.scrape();
    const count = text.match(/^auth_source_failures_total\{/gm)?.length ?? 0;
    // A newborn series shows at the second scrape.
    if (scrape === 1) series[0] = count;
    series[1] = count;
  }
  return { nanosecondsPerRecord: busyNanoseconds / EVENTS, series, found: countFound(text) };
}

/** How many of the planted sources are among the ten heaviest of a scrape. */
function countFound(text: string): number {
  return [...text.matchAll(SERIES_OF_SOURCES)]
    .map(([, address = '', count]) => ({ address, count: Number(count) }))
    .filter(({ address }) => address !== 'other')
    .sort((left, right) => right.count - left.count)
    .slice(0, PLANTED)
    .filter(({ address }) => /^198\.51\.10\d\.[07]$/.test(address)).length;
}

async function attack(design: Design): Promise<HostileResult> {
  design.record('192.0.2.1');
  await design.scrape();
  const before = heapMegabytes();
  const played = await play(design);
  return { ...played, grownMegabytes: heapMegabytes() - before };
}

void attack(process.argv[2] === 'prom-client' ? prom() : ours()).then(answerParent);
