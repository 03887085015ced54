import { readFileSync } from 'node:fs';

/**
 * Names the tests that jest skipped: its summary only counts them, and a missing server should be seen.
 * @param {string} resultsPath of what jest wrote with `--json`
 * @returns {string[]} one line a test
 */
export function nameSkipped(resultsPath) {
  const { testResults } = JSON.parse(readFileSync(resultsPath, 'utf8'));
  /** @type {{ status: string, fullName: string }[]} */
  const tests = testResults.flatMap(
    (/** @type {{ assertionResults: unknown[] }} */ { assertionResults }) => assertionResults,
  );
  return tests.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName);
}
