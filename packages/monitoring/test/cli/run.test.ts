import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALERT_PARAMETERS } from '@authmeter/core/conventions';
import { renderFiles } from '../../src';
import { run } from '../../src/cli/run';

function call(...given: string[]): { code: number; out: string; error: string } {
  const written = { out: '', error: '' };
  const code = run(given, {
    out: (text) => (written.out += text),
    error: (text) => (written.error += text),
  });
  return { code, ...written };
}

/** The program as it is built and published. */
const PROGRAM = join(__dirname, '../../dist/cli.js');

it('is a program that says what it does, and ends with 2 when it is called wrongly', () => {
  const help = spawnSync(process.execPath, [PROGRAM], { encoding: 'utf8' });
  const wrong = spawnSync(process.execPath, [PROGRAM, 'draw'], { encoding: 'utf8' });

  expect([help.status, help.stderr]).toEqual([0, '']);
  expect(help.stdout).toMatch(/^authmeter-monitoring render --out FOLDER/);
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('option "command" is "draw"');
});

describe('the command', () => {
  let folder: string;

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'authmeter-render-')), 'out');
  });

  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  it('writes what it renders, and says what it wrote', () => {
    const given = ['--namespace', 'compozy', '--set', 'loginFailureRatioHigh=0.3'];
    const { code, out } = call('render', '--out', folder, ...given);

    const files = renderFiles({
      namespace: 'compozy',
      thresholds: { loginFailureRatioHigh: 0.3 },
    });
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toEqual(files.map(({ path }) => `${folder}/${path}`));
    for (const { path, text } of files) {
      expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    }
    const rules = readFileSync(join(folder, 'prometheus/authmeter-rules.yml'), 'utf8');
    expect(rules).toContain('job:compozy_auth_login_failures:ratio_rate5m > 0.3\n');
  });

  it('writes the same when it is called again', () => {
    call('render', '--out', folder);

    expect(call('render', '--out', folder).code).toBe(0);
  });

  it('writes nothing when an option cannot be used, and says why', () => {
    const { code, out, error } = call(
      'render',
      '--out',
      folder,
      '--set',
      'loginFailureRatioHigh=2',
    );

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toBe(
      'authmeter-monitoring: option "thresholds.loginFailureRatioHigh" is 2; allowed: a number from 0.001 to 0.999\n',
    );
    expect(existsSync(folder)).toBe(false);
  });

  it('tells a mistake of the caller from a folder that cannot be written to', () => {
    expect(call('render', '--out', '/dev/null/out').code).toBe(1);
    expect(call('render', '--colour', 'red').code).toBe(2);
  });

  it('lists what can be set', () => {
    const { code, out } = call('thresholds');
    const names = out.split('\n').map((line) => line.split(' ')[0]);

    expect(code).toBe(0);
    expect(names.slice(1, -1)).toEqual(ALERT_PARAMETERS.map(({ name }) => name));
    expect(out).toMatch(/^loginFailureRatioHigh +0\.2 +0\.001 +0\.999 +1$/m);
  });

  it('explains every option', () => {
    const { code, out } = call();

    expect(code).toBe(0);
    for (const option of ['out', 'namespace', 'set', 'selector', 'datasource', 'time-scale']) {
      expect(out).toContain(`--${option} `);
    }
  });
});
