import { runUntil } from '../src/run-until';
import { writeToMemory } from './write-to-memory';

it('prints where to look, shows a table, and ends when it is told to', async () => {
  const stopping = new AbortController();
  const memory = writeToMemory(true);
  const output = {
    isTTY: true,
    write: (text: string) => {
      memory.write(text);
      if (text.includes('visits so far')) stopping.abort();
    },
  };

  await runUntil(
    stopping.signal,
    { ports: [0], seed: 7, collectorUrl: undefined, userIdKey: undefined, visitsPerSecond: 4 },
    output,
  );

  const [greeting = '', table = ''] = memory.text.split(/^(?=outcome)/m);
  expect(greeting).toMatch(/^ {2}metrics {3}http:\/\/127\.0\.0\.1:\d+\/metrics$/m);
  expect(greeting).toMatch(/^ {2}health {4}http:\/\/127\.0\.0\.1:\d+\/auth\/health$/m);
  expect(Math.max(...greeting.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(greeting).toContain('curl -s http://127.0.0.1:');
  expect(table).toMatch(/^success +- +- +password +\d+$/m);
  expect(table).not.toContain('unexpected');
});
