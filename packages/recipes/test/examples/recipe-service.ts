import { join } from 'node:path';
import { type RunningExample, SECRETS, startExample } from '@authmeter/adapter-contract';

const EXAMPLES = join(__dirname, '../../examples');
const OPERATOR_KEY = 'a key that only this test operates with';

/** A recipe that runs as a process of its own, and what tests ask of it. */
export interface RecipeService extends RunningExample {
  get(path: string, token?: string): Promise<Response>;
  post(path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** As an operator; the status. */
  operate(method: string, path: string, body?: object): Promise<number>;
  /** The status of a login. */
  logIn(
    name: string,
    password: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<number>;
  /**
   * The series that begin with one of the names and are not at zero, a line each, without buckets. Scrapes twice: series of
   * the ledger show their counts at the second.
   */
  scrape(...names: string[]): Promise<string[]>;
}

// Each test starts processes; on a busy machine that takes its time.
jest.setTimeout(60_000);

const running: RunningExample[] = [];

// Also after a test that failed half-way: what still runs would keep jest from ending.
afterEach(async () => {
  await Promise.all(running.splice(0).map((example) => example.stop()));
});

/** Starts a recipe of the folder `examples`; it ends with the test. */
export async function startRecipe(
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RecipeService> {
  const example = await startExample(join(EXAMPLES, file), { OPERATOR_KEY, ...environment });
  running.push(example);
  const send = async (
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    fetch(example.url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const statusOf = async (response: Response): Promise<number> => {
    await response.arrayBuffer();
    return response.status;
  };
  const get = (path: string, token?: string): Promise<Response> =>
    send('GET', path, undefined, token === undefined ? {} : { authorization: `Bearer ${token}` });

  return {
    ...example,
    get,
    post: (path, body = {}, headers = {}) => send('POST', path, body, headers),
    operate: async (method, path, body) =>
      statusOf(await send(method, path, body, { 'x-operator-key': OPERATOR_KEY })),
    logIn: async (name, password, headers) =>
      statusOf(await send('POST', '/login', { name, password }, headers)),
    scrape: async (...names) => {
      await (await get('/metrics', SECRETS.METRICS_TOKEN)).text();
      const text = await (await get('/metrics', SECRETS.METRICS_TOKEN)).text();
      return text
        .split('\n')
        .filter((line) => names.some((name) => line.startsWith(name)) && !line.endsWith(' 0'))
        .filter((line) => !/^\w+_bucket\{/.test(line));
    },
  };
}
