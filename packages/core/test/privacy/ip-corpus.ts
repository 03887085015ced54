import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface IpCorpusEntry {
  readonly kind: string;
  readonly input: unknown;
  readonly expectedMasked: string;
  readonly why: string;
  readonly trustedHops?: number;
}

const ENTRIES = JSON.parse(
  readFileSync(join(__dirname, '../corpora/ip-corpus.json'), 'utf8'),
) as readonly IpCorpusEntry[];

/** The entries of one kind: `address`, `x-forwarded-for` or `forwarded`. */
export function ipCorpusEntries(kind: string): readonly IpCorpusEntry[] {
  return ENTRIES.filter((entry) => entry.kind === kind);
}
