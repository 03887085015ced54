import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';

it('the command carries what it is told to the files of the dashboards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-dashboards-'));
  const given = ['--set', 'loginFailureRatioHigh=0.3', '--namespace', 'compozy'];
  const written: string[] = [];
  try {
    const status = run(['render', '--out', folder, '--datasource', 'Mimir', ...given], {
      out: (text) => written.push(text),
      error: (text) => written.push(text),
    });

    const file = join(folder, 'dashboards/authmeter-authentication.json');
    const text = readFileSync(file, 'utf8');
    expect(status).toBe(0);
    expect(written.join('')).toContain('dashboards/authmeter-slo.json');
    expect(text).toContain('"value": 0.3');
    expect(text).not.toContain('"value": 0.2,');
    expect(text).toContain('sum(rate(compozy_auth_logins_total{');
    expect(text).toContain('"text": "Mimir"');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
