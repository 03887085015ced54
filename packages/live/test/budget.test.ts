import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FeedPosition } from '../src/feed/live-feed';
import { BRUTE_FORCE } from './scenes/brute-force';
import { NORMAL_DAY } from './scenes/normal-day';
import { createSimulatedService } from './scenes/simulated-service';

const PACKAGE = join(__dirname, '..');
const BUILT = join(PACKAGE, 'dist/page');
const LOADED = ['index.html', 'page.css', 'page.js'];
const KILOBYTE = 1000;

describe('the files of the page', () => {
  it('are three, and at most 150 kB; 54 kB compressed', () => {
    const files = LOADED.map((name) => readFileSync(join(BUILT, name)));

    const bytes = files.reduce((sum, file) => sum + file.length, 0);
    const compressed = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(bytes).toBeLessThanOrEqual(150 * KILOBYTE);
    expect(compressed).toBeLessThanOrEqual(54 * KILOBYTE);
  });

  it('come with the licence of what they contain', () => {
    expect(readdirSync(BUILT).sort()).toEqual([...LOADED, 'uPlot.LICENSE.txt'].sort());
    expect(readFileSync(join(BUILT, 'uPlot.LICENSE.txt'), 'utf8')).toContain('MIT License');
  });

  it('are the same bytes whenever and wherever they are built', () => {
    const out = mkdtempSync(join(tmpdir(), 'authmeter-live-page-'));
    execFileSync(process.execPath, [join(PACKAGE, 'build/build-page.mjs'), '--out', out], {
      cwd: tmpdir(),
      env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'C' },
    });

    for (const name of LOADED) {
      expect(readFileSync(join(out, name)).equals(readFileSync(join(BUILT, name)))).toBe(true);
    }
    rmSync(out, { recursive: true });
  });

  it('name no other host than those of links', () => {
    const addresses = LOADED.flatMap((name) => [
      ...readFileSync(join(BUILT, name), 'utf8').matchAll(/https?:\/\/[\w.-]+/g),
    ]).map(([address]) => address);

    // A namespace of SVG, and the note of the author of uPlot, are no requests.
    expect(new Set(addresses)).toEqual(
      new Set(['http://www.w3.org', 'https://github.com', 'http://localhost']),
    );
  });
});

describe('what is sent in an attack', () => {
  it('is at most 25 kB compressed at first, and at most 1 kB for a tick', async () => {
    const service = createSimulatedService();
    await service.run(200, NORMAL_DAY);
    await service.run(150, BRUTE_FORCE);
    const { feed, now } = await service.source.feed();
    const send = (position: FeedPosition) =>
      Buffer.from(JSON.stringify(feed.payload(position, now)));
    const first = gzipSync(send({ instance: undefined, since: -1, coarseSince: undefined }));
    const ticks: Buffer[] = [];
    for (let tick = 0; tick < 10; tick += 1) {
      await service.run(1, BRUTE_FORCE);
      ticks.push(send({ instance: feed.instance, since: feed.slot - 1, coarseSince: 1_000_000 }));
    }

    await service.shutdown();
    // Now and then a tick carries the ranking, the health and the values of findings as well.
    const usual =
      ticks.map(({ length }) => length).sort((left, right) => left - right)[5] ?? Infinity;
    const compressed = ticks.map((tick) => gzipSync(tick).length);
    expect(first.length).toBeLessThanOrEqual(25 * KILOBYTE);
    expect(usual).toBeLessThanOrEqual(KILOBYTE);
    expect(Math.max(...compressed)).toBeLessThanOrEqual(2 * KILOBYTE);
  });
});
