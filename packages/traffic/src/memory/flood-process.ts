import { flood } from './flood';

/** A process of its own, so that nothing else is in its heap: the options come as JSON, and so does the result. */
async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '') as Parameters<typeof flood>[0];
  process.stdout.write(JSON.stringify(await flood(options)));
}

void main();
