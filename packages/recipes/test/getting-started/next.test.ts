import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECRETS, startExample, type RunningExample } from '@authmeter/adapter-contract';

const EXAMPLES = join(__dirname, '../../getting-started');

describe('next.mjs of the docs', () => {
  it('shows, counts and tells a brute force as next.first.txt and next.events.txt say', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'authmeter-next-'));
    const file = join(folder, 'audit.jsonl');
    const example = await startExample(join(EXAMPLES, 'next.mjs'), { AUDIT_FILE: file });

    const page = await fetch(`${example.url}/auth-live/`);
    for (let guess = 1; guess <= 20; guess += 1) await logIn(example, String(guess));
    const headers = { authorization: `Bearer ${SECRETS.METRICS_TOKEN}` };
    const scrape = await (await fetch(`${example.url}/metrics`, { headers })).text();
    await example.stop();

    const counted = scrape.match(/^auth_(logins|security_events)_total.* [1-9]\d*\n/gm) ?? [];
    const events = countEvents(readFileSync(file, 'utf8'));
    rmSync(folder, { recursive: true });
    expect([page.status, counted.join('')].join('\n')).toBe(readExample('next.first.txt'));
    expect(events).toBe(readExample('next.events.txt'));
  });
});

async function logIn({ url }: RunningExample, password: string): Promise<void> {
  const body = new URLSearchParams({ name: 'ada', password });
  await (await fetch(`${url}/login`, { method: 'POST', body })).arrayBuffer();
}

/** As `uniq -c` prints them. */
function countEvents(lines: string): string {
  const names = lines.match(/"event_name":"[^"]*"/g) ?? [];
  return [...new Set(names)]
    .sort()
    .map((name) => `${String(names.filter((one) => one === name).length).padStart(7)} ${name}\n`)
    .join('');
}

function readExample(file: string): string {
  return readFileSync(join(EXAMPLES, file), 'utf8');
}
