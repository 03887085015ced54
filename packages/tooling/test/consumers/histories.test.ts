import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PROGRAM = join(__dirname, '../../consumers/programs/histories.mjs');

// Consumers run more of them, on other versions of Node and of the SDK.
it('exports what ordinary instruments export, whatever becomes of their providers', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, '40']);

  expect(stdout).toMatch(/^40 histories of \d+ steps, \d+ exported metrics, all equal\n$/);
});
