import { LOGINS } from '@authmeter/core/conventions';
import { startOtlpServer } from './support/otlp-server';
import { runProgram } from './support/run-program';

it('counts each thread by itself; one that is terminated loses what it had not exported', async () => {
  const collector = await startOtlpServer();

  await runProgram('threads.mjs', [collector.url, '50']);

  await collector.stop();
  expect(collector.requests).toBe(2);
  expect(collector.total(LOGINS.name)).toBe(100);
});
