import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers';
import { ATTEMPTS, prometheusName, SOURCE_FAILURES } from '@authmeter/core/conventions';
import type { LoadResult } from './load-process';
import type { MemorySample } from './memory-sample';
import type { ServiceMessage } from './service-process';

/** How long and how often. */
export interface SoakSettings {
  /** Whether it is the same service without Authmeter, to compare with. */
  readonly isControl: boolean;
  readonly loadMilliseconds: number;
  readonly sampleMilliseconds: number;
  readonly scrapeMilliseconds: number;
}

/** What happened. */
export interface SoakResult {
  readonly samples: readonly MemorySample[];
  readonly load: LoadResult;
  readonly scrapes: number;
  /** Attempts in the last scrape, taken when all requests were answered: as many as there were requests. */
  readonly counted: { readonly success: number; readonly failure: number };
  /** Series of sources in the last scrape. */
  readonly sourceSeries: number;
  readonly auditEvents: number;
  readonly detections: number;
}

/** Serves a full load from one process while it is scraped, and looks at its memory. Rejects when a process ends early. */
export async function runSoak(settings: SoakSettings): Promise<SoakResult> {
  const folder = await mkdtemp(join(tmpdir(), 'authmeter-soak-'));
  const auditFile = join(folder, 'audit.jsonl');
  const service = start(
    'service-process',
    [String(settings.sampleMilliseconds), ...(settings.isControl ? [] : [auditFile])],
    ['--expose-gc'],
  );
  try {
    const samples: MemorySample[] = [];
    const told = new Map<string, ServiceMessage>();
    service.on('message', (message: ServiceMessage) => {
      told.set(message.kind, message);
      if (message.kind === 'sample') samples.push(message.sample);
    });
    const { port } = await waitFor(service, told, 'listening');
    const { load, scrapes } = await soak(service, port, settings);
    const lastSamples = [...samples];
    const text = await scrape(port);
    service.send('detections?');
    const { count: detections } = await waitFor(service, told, 'detections');
    return {
      samples: lastSamples,
      load,
      // The last one too.
      scrapes: scrapes + 1,
      counted: { success: attemptsIn(text, 'success'), failure: attemptsIn(text, 'failure') },
      sourceSeries: valuesOf(text, prometheusName(SOURCE_FAILURES)).length,
      auditEvents: settings.isControl ? 0 : await countLines(auditFile),
      detections,
    };
  } finally {
    service.disconnect();
    await once(service, 'exit');
    await rm(folder, { recursive: true });
  }
}

const LINE_FEED = 0x0a;

async function countLines(file: string): Promise<number> {
  return (await readFile(file)).filter((byte) => byte === LINE_FEED).length;
}

function start(script: string, args: readonly string[], execArgv: string[]): ChildProcess {
  return fork(join(__dirname, `../../dist/soak/${script}.js`), [...args], { execArgv });
}

/** Loads and scrapes; whichever process ends first ends it. */
async function soak(
  service: ChildProcess,
  port: number,
  { loadMilliseconds, scrapeMilliseconds }: SoakSettings,
): Promise<{ readonly load: LoadResult; readonly scrapes: number }> {
  const load = start('load-process', [String(port), String(loadMilliseconds)], []);
  let scrapes = 0;
  const timer = every(() => {
    void scrape(port).then(
      () => (scrapes += 1),
      () => undefined,
    );
  }, scrapeMilliseconds);
  const ended = (who: string) => (code: unknown) => {
    throw new Error(`the ${who} ended with ${String(code)}`);
  };
  try {
    const [result] = (await Promise.race([
      once(load, 'message'),
      once(load, 'exit').then(([code]) => ended('load')(code)),
      once(service, 'exit').then(([code]) => ended('service')(code)),
    ])) as [LoadResult];
    return { load: result, scrapes };
  } finally {
    clearInterval(timer);
    if (load.connected) load.disconnect();
  }
}

async function waitFor<Kind extends ServiceMessage['kind']>(
  service: ChildProcess,
  told: ReadonlyMap<string, ServiceMessage>,
  kind: Kind,
): Promise<Extract<ServiceMessage, { kind: Kind }>> {
  while (!told.has(kind)) await once(service, 'message');
  return told.get(kind) as Extract<ServiceMessage, { kind: Kind }>;
}

async function scrape(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${String(port)}/metrics`);
  return response.text();
}

function attemptsIn(text: string, outcome: string): number {
  return valuesOf(text, prometheusName(ATTEMPTS))
    .filter(([labels]) => labels.includes(`outcome="${outcome}"`))
    .reduce((sum, [, value]) => sum + value, 0);
}

function valuesOf(text: string, name: string): readonly (readonly [string, number])[] {
  return [...text.matchAll(new RegExp(`^${name}\\{(.*)\\} (\\d+)$`, 'gm'))].map(
    ([, labels = '', value]) => [labels, Number(value)] as const,
  );
}
