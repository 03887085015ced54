import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { observeResult, type Endings } from '../../src/exchange/observe-result';

function spyOnEndings(): Endings<unknown> & { readonly told: unknown[] } {
  const told: unknown[] = [];
  return {
    told,
    onReturn: (result) => told.push(['returned', result]),
    onThrow: (error) => told.push(['threw', error]),
  };
}

describe('observeResult', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['false', false],
    ['an object', { id: 'u1' }],
    ['an object whose then is no function', { then: 'later' }],
    ['a function', () => 'lazy'],
  ])('returns %s itself and tells it once', (_case, value) => {
    const endings = spyOnEndings();

    const result = observeResult<unknown>(() => value, endings);

    expect(result).toBe(value);
    expect(endings.told).toEqual([['returned', value]]);
  });

  it.each([
    ['an error', new Error('no')],
    ['undefined', undefined],
    ['a text', 'no'],
    ['an object', { status: 401 }],
  ])('throws %s itself and tells it once', (_case, error) => {
    const endings = spyOnEndings();
    const run = (): unknown => {
      throw error;
    };

    let caught: unknown = 'nothing was thrown';
    try {
      observeResult(run, endings);
    } catch (thrown) {
      caught = thrown;
    }

    expect(caught).toBe(error);
    expect(endings.told).toEqual([['threw', error]]);
  });

  it('resolves with the very object and tells it before the caller goes on', async () => {
    const endings = spyOnEndings();
    const account = { id: 'u1' };

    const promise = observeResult(() => Promise.resolve(account), endings);

    expect(promise).toBeInstanceOf(Promise);
    expect(endings.told).toEqual([]);
    await expect(promise).resolves.toBe(account);
    expect(endings.told).toEqual([['returned', account]]);
  });

  it('rejects with the very error', async () => {
    const endings = spyOnEndings();
    const error = new Error('no');

    await expect(observeResult(() => Promise.reject(error), endings)).rejects.toBe(error);
    expect(endings.told).toEqual([['threw', error]]);
  });

  it('follows a thenable that runs when it is asked, and asks it once', async () => {
    const endings = spyOnEndings();
    let asked = 0;
    const query: PromiseLike<string> = {
      then: (resolve, reject) => {
        asked += 1;
        return Promise.resolve('row').then(resolve, reject);
      },
    };

    await expect(observeResult(() => query, endings)).resolves.toBe('row');
    expect(asked).toBe(1);
    expect(endings.told).toEqual([['returned', 'row']]);
  });

  it('follows a thenable that rejects', async () => {
    const endings = spyOnEndings();
    const error = new Error('no');
    const query: PromiseLike<never> = {
      then: (resolve, reject) => Promise.reject(error).then(resolve, reject),
    };

    await expect(observeResult(() => query, endings)).rejects.toBe(error);
    expect(endings.told).toEqual([['threw', error]]);
  });

  it('follows a promise of another realm', async () => {
    const endings = spyOnEndings();

    const result = observeResult(
      () => runInNewContext('Promise.resolve(7)') as Promise<number>,
      endings,
    );

    await expect(result).resolves.toBe(7);
    expect(endings.told).toEqual([['returned', 7]]);
  });

  it('returns an object that cannot be asked for its then', () => {
    const endings = spyOnEndings();
    const hostile = {
      get then(): never {
        throw new Error('do not touch');
      },
    };

    const result = observeResult<unknown>(() => hostile, endings);

    expect(result).toBe(hostile);
    expect(endings.told).toHaveLength(1);
  });

  // jest hears unhandled rejections itself, so they are counted in a process of their own.
  it.each([
    ['a promise', 'Promise.reject(error)'],
    ['an async function', '(async () => { throw error; })()'],
    ['a thenable', '({ then: (done, failed) => Promise.reject(error).then(done, failed) })'],
  ])('leaves the rejection of %s unhandled, and reported exactly once', (_case, expression) => {
    const source = join(__dirname, '../../src/exchange/observe-result.ts');
    const program = `
      import { readFileSync } from 'node:fs';
      import { stripTypeScriptTypes } from 'node:module';
      const code = stripTypeScriptTypes(readFileSync(${JSON.stringify(source)}, 'utf8'));
      const { observeResult } = await import('data:text/javascript,' + encodeURIComponent(code));
      const error = new Error('no');
      const heard = [];
      process.on('unhandledRejection', (reason) => heard.push(reason === error));
      process.on('exit', () => console.log(JSON.stringify(heard)));
      observeResult(() => ${expression}, { onReturn: () => {}, onThrow: () => {} });`;

    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });

    expect(stdout.trim()).toBe('[true]');
  });
});
