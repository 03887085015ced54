// Runs the repository checks, or those named as arguments, and prints one line for each problem.
import { CHECK_NAMES, runChecks } from './run-checks.mjs';
import { readWorkspace } from './workspace/read-workspace.mjs';

const asked = process.argv.slice(2);
const results = await runChecks(readWorkspace(), asked.length === 0 ? CHECK_NAMES : asked);

let failures = 0;
for (const { name, problems } of results) {
  for (const { where, what, isNotice } of problems) {
    console.log(`${name}${isNotice ? ' (notice)' : ''}: ${where}: ${what}`);
    if (!isNotice) failures += 1;
  }
}
console.log(
  failures === 0
    ? `${results.length} checks passed`
    : `${failures} problems in ${results.length} checks`,
);
process.exitCode = failures === 0 ? 0 : 1;
