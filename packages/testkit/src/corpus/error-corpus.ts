import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusEntry } from './corpus-entry';

/** Errors that real libraries really produced, with what each is. */
export function readErrorCorpus(): readonly CorpusEntry[] {
  const file = join(__dirname, '../../corpora/error-corpus.json');
  return JSON.parse(readFileSync(file, 'utf8')) as readonly CorpusEntry[];
}
