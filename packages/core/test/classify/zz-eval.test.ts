import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { categorizeAuthError } from '../../src/classify/categorize-auth-error';
import { rebuildError } from './rebuild-error';
import type { CorpusEntry } from './corpus-entry';
const SERVER = ['dependency_error','configuration_error','internal_error'];
it('evaluates', () => {
  const entries = JSON.parse(readFileSync(join(__dirname, '../corpora/error-corpus.json'), 'utf8')) as CorpusEntry[];
  let exact=0, ok=0, severe=0, server=0; const out: string[]=[];
  for (const e of entries) {
    const c = categorizeAuthError(rebuildError(e));
    const acc = [e.expectedReason, ...(e.alsoAcceptable ?? [])];
    if (c.errorType===e.expectedReason) exact++;
    const good = acc.includes(c.errorType); if (good) ok++;
    const isServer = SERVER.includes(e.expectedReason); if (isServer) server++;
    const sev = isServer && c.fault==='client' && !good; if (sev) severe++;
    if (!good) out.push(`${sev?'SEVERE ':''}${e.id} got ${c.errorType} want ${acc.join('|')} :: ${e.ctor}/${e.name} code=${String(e.code)} ${e.message}`);
    else if (isServer && c.fault==='client') out.push(`(acc client) ${e.id} ${c.errorType}`);
    else if (process.env['EXACT'] && c.errorType!==e.expectedReason) out.push(`(alt) ${e.id} got ${c.errorType} want ${acc.join('|')} :: ${e.ctor}/${e.name} code=${String(e.code)} ${e.message}`);
  }
  writeFileSync('/tmp/eval.txt', [`n=${entries.length} exact=${exact} ok=${ok} severe=${severe}/${server}`, ...out].join('\n')+'\n');
});
