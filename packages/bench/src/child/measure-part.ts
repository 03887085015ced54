import { effortOf } from '../measure/effort';
import { PARTS } from '../parts/parts';
import { answerParent } from './run-child';

/** Measures one part in a process that has done nothing else. */
async function measure(name: string | undefined, isShort: boolean): Promise<void> {
  const part = PARTS.find((one) => one.name === name);
  if (part === undefined) throw new Error(`no part is called ${String(name)}`);
  answerParent(await part.measure(effortOf(isShort)));
}

measure(process.argv[2], process.argv[3] === 'short').catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
