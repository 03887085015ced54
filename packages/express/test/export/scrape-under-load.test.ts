import { startObservedService } from './observed-service';
import { pollUntil } from '@authmeter/testkit';
import { SDK_LINES } from './sdk-lines';

const VISITORS = 20;
const REQUESTS_EACH = 25;

describe.each(Object.keys(SDK_LINES))('scraping under load, SDK %s', (line) => {
  it('never sees a count fall, and misses none in the end', async () => {
    const paths = SDK_LINES[line]?.([]);
    if (paths === undefined) throw new Error(`no SDK line ${line}`);
    const service = await startObservedService(paths.exporter, { meterProvider: paths.provider });
    const scraped: number[] = [];
    let isOver = false;
    try {
      const scraping = (async () => {
        while (!isOver) scraped.push(await attempts(service.url));
      })();
      await Promise.all(
        Array.from({ length: VISITORS }, async (_, visitor) => {
          for (let request = 0; request < REQUESTS_EACH; request += 1) {
            await service.request(visitor % 2 === 0 ? 'good' : 'forged');
          }
        }),
      );
      isOver = true;
      await scraping;

      const all = VISITORS * REQUESTS_EACH;
      const total = await pollUntil(
        async () => {
          const seen = await attempts(service.url);
          return seen >= all && seen;
        },
        { what: 'all attempts' },
      );
      expect(total).toBe(all);
      expect(scraped.length).toBeGreaterThan(1);
      expect(scraped).toEqual([...scraped].sort((a, b) => a - b));
    } finally {
      await service.stop();
      await paths.shutdown();
    }
  }, 60_000);
});

async function attempts(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return text
    .split('\n')
    .filter((row) => row.startsWith('auth_attempts_total{'))
    .reduce((sum, row) => sum + Number(row.slice(row.lastIndexOf(' ') + 1)), 0);
}
