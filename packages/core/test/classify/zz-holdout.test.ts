import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusEntry } from './corpus-entry';
const SERVER = ['dependency_error','configuration_error','internal_error'];
const drop = { tables: true };
jest.mock('../../src/classify/library-clues', () => {
  const real = jest.requireActual('../../src/classify/library-clues');
  const node = jest.requireActual('../../src/classify/libraries/node-clues');
  const fw = jest.requireActual('../../src/classify/libraries/framework-clues');
  const oauth = jest.requireActual('../../src/classify/libraries/oauth-clues');
  const keep = new Set([...Object.keys(node.NODE_CLUES), ...Object.keys(oauth.OAUTH_CLUES), ...Object.keys(fw.FRAMEWORK_CLUES)]);
  return { ...real, PLAIN_ERROR_MESSAGES: [], findLibraryClue: (id: string) => keep.has(id) ? real.findLibraryClue(id) : undefined };
});
it('holds out', () => {
  const { categorizeAuthError } = require('../../src/classify/categorize-auth-error');
  const { rebuildError } = require('./rebuild-error');
  const entries = JSON.parse(readFileSync(join(__dirname, '../corpora/error-corpus.json'), 'utf8')) as CorpusEntry[];
  const out: string[]=[]; let ok=0,severe=0,server=0,n=0; const per: Record<string,[number,number]>={};
  for (const e of entries) {
    n++;
    const c = categorizeAuthError(rebuildError(e));
    const acc = [e.expectedReason, ...(e.alsoAcceptable ?? [])];
    const good = acc.includes(c.errorType); if (good) ok++;
    const p = per[e.library] ??= [0,0]; p[1]++; if (good) p[0]++;
    const isServer = SERVER.includes(e.expectedReason); if (isServer) server++;
    const sev = isServer && c.fault==='client'&& !good; if (sev) severe++;
    if (!good) out.push(`${sev?'SEVERE ':''}${e.id} got ${c.errorType} want ${acc.join('|')} :: ${e.ctor}/${e.name} code=${String(e.code)} ${(e.message??'').slice(0,80)}`);
  }
  writeFileSync('/tmp/holdout.txt', [`n=${n} ok=${ok} severe=${severe}/${server}`, ...Object.entries(per).map(([k,v])=>`${k} ${v[0]}/${v[1]}`), ...out].join('\n')+'\n');
});
