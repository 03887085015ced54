import { AUDIT_EVENTS, AUTH_ERROR_TYPES } from '@authmeter/core/conventions';
import { raw as runJq } from 'jq-wasm';

/** The part of a command that reads the events: its options and its program. */
const JQ = /^\s*auth_events \| jq((?: -\w+| --arg \w+ "\$\w+")*) '([^']*)'/gm;
const NETWORK = '203.0.113.0';
const ACCOUNT = '1cba3760fcb7c9b3';

/** One event of each name, and an attempt of each error type: few, as jq in WebAssembly reads slowly. */
function sampleEvents(): string {
  const attributes = {
    'client.address': NETWORK,
    'user.hash': ACCOUNT,
    'http.route': '/login',
    'session.id': 's-1',
    kind: 'brute_force',
    failed_attempts: 15,
    window_seconds: 300,
    action: 'account_locked',
    since: '2026-01-15T14:15:35.123Z',
    accounts: 3,
    sources: 1,
    event: 'auth.login.failure',
    suppressed_events: 1200,
  };
  const told = [
    ...AUDIT_EVENTS.map(({ name }) => [name, 'unknown']),
    ...AUTH_ERROR_TYPES.map((errorType) => ['auth.attempt.failure', errorType]),
  ];
  const events = told.map(([name, errorType]) => ({
    timestamp: '2026-01-15T14:20:35.123Z',
    event_name: name,
    trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
    attributes: { ...attributes, 'error.type': errorType },
  }));
  return events.map((event) => JSON.stringify(event)).join('\n');
}

async function listFilters(): Promise<{ where: string; options: string[]; program: string }[]> {
  const { listLogFilters } = await import('../../checks/runbooks.mjs');
  const { listFiles } = await import('../../workspace/list-files.mjs');
  const { WORKSPACE_ROOT } = await import('../../workspace/read-workspace.mjs');
  return listFiles('docs/runbooks', WORKSPACE_ROOT)
    .flatMap((page) => listLogFilters(page, WORKSPACE_ROOT))
    .flatMap(({ where, command }) => {
      const read = [...command.matchAll(JQ)].map(([, options = '', program = '']) => ({
        where,
        options: options
          .split(' ')
          .filter((word) => word !== '')
          .map((word) => ({ '"$SOURCE"': NETWORK, '"$ACCOUNT"': ACCOUNT })[word] ?? word),
        program,
      }));
      return read.length > 0 ? read : [{ where, options: [], program: 'error("not read")' }];
    });
}

describe('the log filters of the runbooks', () => {
  it('all run, and find what they look for', async () => {
    const events = sampleEvents();
    const filters = await listFilters();

    const silent: string[] = [];
    for (const { where, options, program } of filters) {
      const output = await runJq(events, program, options).catch((error: Error) => {
        silent.push(`${where}: ${error.message}`);
        return 'told above';
      });
      if (output.trim() === '' || output.includes('null')) silent.push(`${where}: ${output}`);
    }

    expect(silent).toEqual([]);
    expect(filters.length).toBeGreaterThanOrEqual(40);
  });
});
