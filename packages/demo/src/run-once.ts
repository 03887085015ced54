import { renderAttemptTable } from './output/attempt-table';
import { renderComparison } from './output/comparison-report';
import type { TextSink } from './output/screen';
import { startDemo, type DemoOptions } from './start-demo';
import { planVisits } from './traffic/plan-visits';
import { playAtOnce } from './traffic/play-at-once';
import { scrapeAndCompare } from './truth/scrape-and-compare';

const REQUESTS = 400;
const CONCURRENCY = 4;

/**
 * Plays a bounded run and checks that the metrics say what the traffic did.
 *
 * @returns The exit code: 0 when all is equal, otherwise 1.
 */
export async function runOnce(options: DemoOptions, output: TextSink): Promise<0 | 1> {
  const demo = await startDemo(options);
  try {
    const { framework, traffic, truth, random, service } = demo;
    await playAtOnce(traffic, planVisits(REQUESTS, random, framework), CONCURRENCY);
    await fetch(`${service.url}/auth/health`);
    const { samples, comparison } = await scrapeAndCompare(service.url, truth.series);
    const lines = [
      `${String(truth.requests)} requests of ${String(truth.visits)} visits, seed ${String(options.seed)}`,
      '',
      ...renderAttemptTable(samples),
      '',
      ...renderComparison(comparison, truth.surprises),
    ];
    output.write(`${lines.join('\n')}\n`);
    return comparison.differences.length === 0 && truth.surprises.length === 0 ? 0 : 1;
  } finally {
    await demo.stop();
  }
}
