import {
  AUDIT_EVENTS,
  AUTH_ERROR_TYPES,
  ERROR_TYPE,
  SUBJECT_ATTRIBUTES,
  type EventAttribute,
} from '@authmeter/core/conventions';
import { raw as runJq } from 'jq-wasm';

/** The part of a command that reads the events: its options and its program. */
const JQ = /^\s*auth_events \| jq((?: -\w+| --arg \w+ "\$\w+")*) '([^']*)'/gm;
const NETWORK = '203.0.113.0';
const ACCOUNT = '1cba3760fcb7c9b3';

const TIME = '2026-01-15T14:20:35.123Z';
const EXAMPLES: Readonly<Record<string, string>> = {
  masked_address: NETWORK,
  hashed_account: ACCOUNT,
  route_template: '/login',
  instant: TIME,
  event_name: 'auth.login.failure',
};

/** What one event carries: its subject and its own attributes, and the type of error where it tells of a failure. */
function attributesOf(own: readonly EventAttribute[], errorType: string): object {
  const carried = [...Object.values(SUBJECT_ATTRIBUTES), ...own];
  const values = carried.map(({ key, treatment }) => [key, EXAMPLES[treatment] ?? 'told']);
  return { ...Object.fromEntries(values), [ERROR_TYPE.key]: errorType };
}

/** Each event once, and an attempt of each error type: few, as jq in WebAssembly reads slowly. */
function sampleEvents(): string {
  const attempt = { name: 'auth.attempt.failure', attributes: [] };
  const told = [
    ...AUDIT_EVENTS.map((event) => ({ event, errorType: 'unknown' })),
    ...AUTH_ERROR_TYPES.map((errorType) => ({ event: attempt, errorType })),
  ];
  const lines = told.map(({ event, errorType }) => ({
    timestamp: TIME,
    event_name: event.name,
    trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
    attributes: attributesOf(event.attributes, errorType),
  }));
  return lines.map((line) => JSON.stringify(line)).join('\n');
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
