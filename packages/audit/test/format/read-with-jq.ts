import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raw as runJq } from 'jq-wasm';

/** An event as the runbooks read it. */
export interface ReadEvent {
  readonly timestamp: string;
  readonly severity_text: string;
  readonly event_name: string;
  readonly trace_id: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Reads lines through one of the filters that the docs give. */
export async function readWithJq(
  filter: 'collector' | 'ecs' | 'ocsf',
  lines: string,
): Promise<readonly ReadEvent[]> {
  const program = readFileSync(join(__dirname, `../../examples/${filter}.jq`), 'utf8');
  return parseLines(await runJq(lines, program, ['-c']));
}

/** Lines of the format `otel`, which the runbooks read as they are. */
export function readDirectly(lines: string): readonly ReadEvent[] {
  return parseLines(lines).map(
    ({ timestamp, severity_text, event_name, trace_id = null, attributes }) => ({
      timestamp,
      severity_text,
      event_name,
      trace_id,
      attributes,
    }),
  );
}

function parseLines(lines: string): readonly ReadEvent[] {
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadEvent);
}
