import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECRETS, startExample } from '@authmeter/adapter-contract';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { pollUntil } from '@authmeter/testkit';
import { transformSync } from '@swc/core';
import { sign } from 'jsonwebtoken';
import type { LivePayload } from '../src/shared/payload';
import { ask } from './support/request';

const EXAMPLES = join(__dirname, '../examples');
const COMPILED = join(__dirname, '../.cache/examples');

/** Waits until the page shows attempts, and says how they ended. */
function attemptsOn(page: string, headers: Record<string, string> = {}): Promise<unknown> {
  return pollUntil(
    async () => {
      const { body } = await ask(`${page}data`, headers);
      const { series = [] } = JSON.parse(body.toString()) as LivePayload;
      const attempts = series.filter(({ metric }) => metric === ATTEMPTS.name);
      return (
        attempts.length > 0 && attempts.map(({ attributes }) => attributes['reason'] ?? 'none')
      );
    },
    { what: 'attempts on the page' },
  );
}

describe('the examples', () => {
  it.each([['express.mjs'], ['koa.mjs'], ['nest.ts'], ['http.mjs']])(
    '%s shows an attempt on its page',
    async (file) => {
      const example = await startExample(
        file.endsWith('.ts') ? compile(file) : join(EXAMPLES, file),
      );

      const { status } = await ask(`${example.url}/me`);
      const reasons = await attemptsOn(`${example.url}/auth-live/`);

      await example.stop();
      expect(status).toBe(401);
      expect(reasons).toEqual([expect.stringMatching(/^(missing_auth|unknown)$/)]);
    },
  );

  it('worker.mjs shows its attempts on a port of its own', async () => {
    const example = await startExample(join(EXAMPLES, 'worker.mjs'));

    const reasons = await attemptsOn(`${example.url}/`);

    await example.stop();
    expect(reasons).toEqual(['none']);
  });

  it('operators.mjs shows its page to operators alone', async () => {
    const example = await startExample(join(EXAMPLES, 'operators.mjs'));
    const session = (role: string) => ({
      cookie: `session=${sign({ sub: 'u-1', role }, SECRETS.JWT_SECRET)}`,
    });
    const page = `${example.url}/auth-live/`;

    const answers = [
      await ask(page),
      await ask(page, session('customer')),
      await ask(page, session('operator')),
    ];

    await example.stop();
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 200]);
  });
});

/** Compiles an example as a Nest project does; gives the path of what Node runs. */
function compile(file: string): string {
  const { code } = transformSync(readFileSync(join(EXAMPLES, file), 'utf8'), {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'commonjs' },
  });
  mkdirSync(COMPILED, { recursive: true });
  const compiled = join(COMPILED, file.replace('.ts', '.cjs'));
  writeFileSync(compiled, code);
  return compiled;
}
