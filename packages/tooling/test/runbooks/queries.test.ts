import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithPeers, pollUntil, requirePeer, startPrometheus } from '@authmeter/testkit';
import { serveEverySeries } from './serve-every-series';

const START_MILLISECONDS = 60_000;

async function listAllQueries(): Promise<{ where: string; query: string }[]> {
  const { listQueries } = await import('../../checks/queries.mjs');
  const { listPages } = await import('../../docs/list-pages.mjs');
  const { readWorkspace } = await import('../../workspace/read-workspace.mjs');
  const workspace = readWorkspace();
  return listPages(workspace).flatMap((page) =>
    listQueries(page, workspace.root).map(({ text, line }) => ({
      where: `${page}:${line}`,
      query: text,
    })),
  );
}

describeWithPeers(['promtool'], 'the queries of the docs', () => {
  it('have the types that Prometheus wants', async () => {
    const queries = await listAllQueries();
    const folder = mkdtempSync(join(tmpdir(), 'authmeter-queries-'));
    const file = join(folder, 'rules.yml');
    const rules = queries.map(({ query }, index) => ({ record: `query:${index}`, expr: query }));
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'docs', rules }] }));

    const run = (): string =>
      execFileSync(requirePeer('promtool'), ['check', 'rules', file], { encoding: 'utf8' });

    expect(run).not.toThrow();
    expect(run()).toContain(`SUCCESS: ${queries.length} rules found`);
    expect(queries.length).toBeGreaterThan(150);
    rmSync(folder, { recursive: true });
  });
});

describeWithPeers(['prometheus'], 'the queries of the docs', () => {
  it(
    'are answered where every label has several values',
    async () => {
      const queries = await listAllQueries();
      const first = await serveEverySeries();
      const second = await serveEverySeries();
      const prometheus = await startPrometheus({
        scrape: [
          { job: 'shop', target: first.target },
          { job: 'bank', target: second.target },
        ],
        scrapeIntervalSeconds: 0.2,
      });
      const complaints: string[] = [];
      try {
        await pollUntil(
          async () => {
            const counted = await prometheus.query('sum(count_over_time(up[1m])) >= 6');
            return counted.length > 0;
          },
          { what: 'three scrapes of each service' },
        );
        for (const { where, query } of queries) {
          // There is no yesterday: what an operator joins is joined now.
          await prometheus.query(query.replaceAll(/ offset \w+/g, '')).catch((error: Error) => {
            complaints.push(`${where}: ${error.message}`);
          });
        }
      } finally {
        await prometheus.stop();
        first.close();
        second.close();
      }
      expect(complaints).toEqual([]);
    },
    START_MILLISECONDS,
  );
});
