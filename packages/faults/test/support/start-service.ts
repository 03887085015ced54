import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What service.mjs can be told. */
export interface ServiceSettings {
  /** Where metrics are pushed to, and audit events are sent to unless there is a file. */
  readonly otlpUrl?: string;
  /** How often, and how long an export may take. */
  readonly exportMilliseconds?: number;
  readonly isDelta?: boolean;
  readonly metricsPort?: number;
  readonly auditFile?: string;
  /** Whether the host has an observable that never resolves. */
  readonly hangs?: boolean;
  readonly loggerThrows?: boolean;
  readonly rulesThrow?: boolean;
}

/** A running service. */
export interface Service {
  /** Logs in so many times, one after the other; gives each status that was answered, once. */
  logIn(password: 'right' | 'wrong', times: number): Promise<readonly number[]>;
  post(path: string): Promise<number>;
  scrape(signal?: AbortSignal): Promise<string>;
  /** What it wrote to its error output. */
  readonly errors: string;
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<ServiceEnd>;
  /** Waits for the end. */
  readonly ended: Promise<ServiceEnd>;
}

/** How a process ended: its exit code, or the signal that ended it. */
export type ServiceEnd = readonly [code: number | null, signal: NodeJS.Signals | null];

const SERVICE = join(__dirname, '../../service/service.mjs');
const running = new Set<ReturnType<typeof spawn>>();

/** Starts the service and waits until it listens. */
export async function startService(settings: ServiceSettings): Promise<Service> {
  const withDefaults = { exportMilliseconds: 200, ...settings };
  const child = spawn(process.execPath, [SERVICE, JSON.stringify(withDefaults)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close') as unknown as Promise<ServiceEnd>;
  void ended.then(() => running.delete(child));
  const port = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => Number(line)),
    ended.then(() => Promise.reject(new Error(`the service ended before it listened:\n${errors}`))),
  ]);
  const url = `http://127.0.0.1:${String(port)}`;
  return {
    logIn: async (password, times) => {
      const statuses = new Set<number>();
      for (let count = 0; count < times; count += 1) {
        const body = JSON.stringify({ name: 'ada', password });
        const headers = { 'Content-Type': 'application/json' };
        statuses.add((await fetch(`${url}/login`, { method: 'POST', headers, body })).status);
      }
      return [...statuses];
    },
    post: async (path) => (await fetch(`${url}${path}`, { method: 'POST' })).status,
    scrape: async (signal) => (await fetch(`${url}/metrics`, signal && { signal })).text(),
    get errors() {
      return errors;
    },
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

/** Ends what a failed test left behind. */
export async function endServices(): Promise<void> {
  const ends = [...running].map((child) => once(child, 'close'));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ends);
}
