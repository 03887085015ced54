import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runTarget } from './run-target';
import { TARGETS } from './targets/targets';

const USAGE = `pnpm fuzz [target …] [--seconds N] [--seed N]
  --seconds  how long each target is attacked (default 60)
  --seed     the same seed brings the same inputs (default: a new one, printed)
  targets: ${TARGETS.map(({ name }) => name).join(', ')}
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    allowPositionals: true,
    options: { seconds: { type: 'string' }, seed: { type: 'string' } },
  });
  const seconds = Number(values.seconds ?? 60);
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  const unknown = positionals.find((name) => TARGETS.every((target) => target.name !== name));
  if (unknown !== undefined || !(seconds > 0) || !Number.isInteger(seed)) {
    process.stderr.write(USAGE);
    return 2;
  }
  process.stdout.write(`seed ${String(seed)}\n`);
  let broken = 0;
  for (const target of TARGETS) {
    if (positionals.length > 0 && !positionals.includes(target.name)) continue;
    const budget = { inputs: Number.MAX_SAFE_INTEGER, milliseconds: seconds * 1000, seed };
    const result = await runTarget(target, budget);
    const verdict = result.broken === undefined ? 'held' : `BROKEN by ${result.broken}`;
    process.stdout.write(`${target.name}: ${String(result.tried)} inputs, ${verdict}\n`);
    if (result.broken !== undefined) broken += 1;
  }
  return broken === 0 ? 0 : 1;
}

void main().then((code) => process.exit(code));
