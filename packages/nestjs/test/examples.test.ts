import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  EXPIRED,
  SECRETS,
  startExample,
  startOtlpSink,
  type RunningExample,
} from '@authmeter/adapter-contract';
import { transformSync } from '@swc/core';
import { sign } from 'jsonwebtoken';

const EXAMPLES = join(__dirname, '../examples');
const COMPILED = join(__dirname, '../.cache/examples');

describe('the examples of the docs', () => {
  it('pull.ts serves what pull.first.txt and pull.scrape.txt show', async () => {
    const example = await startExample(compile('pull'));

    const first = await ask(example, '/me');
    const firstCounted = await countedIn(example);
    const answers = [
      await ask(example, '/me', token({ expiresIn: 600 })),
      await ask(example, '/me', token({ expiresIn: -60 })),
      await ask(example, '/me', EXPIRED.authorization),
    ];
    const counted = await countedIn(example);

    await example.stop();
    expect(`${first}\n${firstCounted}`).toBe(readExample('pull.first.txt'));
    expect(answers).toEqual([200, 401, 401]);
    expect(counted).toBe(readExample('pull.scrape.txt'));
  });

  it('otlp.ts pushes what otlp.point.json shows when it is told to stop', async () => {
    const sink = await startOtlpSink();
    const example = await startExample(compile('otlp'), {
      OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint,
    });

    const answer = await ask(example, '/me');
    await example.stop();

    const counted = sink.points('auth.attempts').filter(({ asDouble }) => asDouble !== 0);
    await sink.close();
    expect(answer).toBe(401);
    expect(counted).toEqual([
      {
        startTimeUnixNano: expect.any(String),
        timeUnixNano: expect.any(String),
        ...JSON.parse(readExample('otlp.point.json')),
      },
    ]);
  });
});

/** Compiles an example as a Nest project does; gives the path of what Node runs. */
function compile(name: string): string {
  const { code } = transformSync(readExample(`${name}.ts`), {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'commonjs' },
  });
  mkdirSync(COMPILED, { recursive: true });
  const file = join(COMPILED, `${name}.cjs`);
  writeFileSync(file, code);
  return file;
}

function token(options: { readonly expiresIn: number }): string {
  return `Bearer ${sign({ sub: 'u-1' }, SECRETS.JWT_SECRET, options)}`;
}

async function ask({ url }: RunningExample, path: string, authorization?: string): Promise<number> {
  const headers = authorization === undefined ? {} : { authorization };
  const response = await fetch(url + path, { headers });
  await response.arrayBuffer();
  return response.status;
}

/** The attempts of a scrape that are not at zero, a line each. */
async function countedIn({ url }: RunningExample): Promise<string> {
  const headers = { authorization: `Bearer ${SECRETS.METRICS_TOKEN}` };
  const scrape = await (await fetch(`${url}/metrics`, { headers })).text();
  return (scrape.match(/^auth_attempts_total\{.* [1-9]\d*\n/gm) ?? []).join('');
}

function readExample(file: string): string {
  return readFileSync(join(EXAMPLES, file), 'utf8');
}
