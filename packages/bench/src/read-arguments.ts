import { parseArgs } from 'node:util';
import type { Part } from './parts/part';

/** How the benchmark was called. */
export interface Arguments {
  /** What to measure; all parts where none is named. */
  readonly parts: readonly Part[];
  /** Whether all that is printed is one object of named ratios. */
  readonly json: boolean;
  /** Whether it is over in about two minutes, and fails where a goal is missed. */
  readonly short: boolean;
}

/** Reads the command line. @throws Error with a sentence for people */
export function readArguments(given: readonly string[], parts: readonly Part[]): Arguments {
  const { values, positionals } = parseArgs({
    args: given.filter((argument) => argument !== '--'),
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => parts.every((part) => part.name !== name));
  if (unknown !== undefined) {
    throw new Error(`no part is called ${unknown}: ${parts.map(({ name }) => name).join(', ')}`);
  }
  return {
    parts:
      positionals.length === 0 ? parts : parts.filter(({ name }) => positionals.includes(name)),
    json: values.json,
    short: values.short,
  };
}
