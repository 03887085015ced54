import { authMetrics } from '@authmeter/express';
import { createAuthMeter } from '@authmeter/core';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import express5, { type Request } from 'express';
import { createLive } from '../../src';
import { ask } from '../support/request';
import { serve, type Served } from '../support/serve';

/** The types are those of Express 5; what is used is the same in Express 4. */
const VERSIONS: readonly (readonly [name: string, express: typeof express5])[] = [
  ['4', jest.requireActual<typeof express5>('express4')],
  ['5', express5],
];

let open: Served | undefined;

afterEach(async () => {
  await open?.close();
});

async function listen(app: express5.Express): Promise<string> {
  open = await serve(app);
  return open.origin;
}

describe.each(VERSIONS)('the page in Express %s', (_version, express) => {
  it('is found below the path that it is mounted at, also in a router', async () => {
    const app = express();
    const admin = express.Router();
    admin.use('/auth', createLive().express());
    app.use('/admin', admin);
    app.use('/auth-live', createLive().express());
    const origin = await listen(app);

    const answers = await Promise.all(
      ['/admin/auth/', '/admin/auth/data?since=1', '/admin/auth', '/auth-live/page.css'].map(
        (path) => ask(origin + path),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 308, 200]);
    expect(answers[2]?.headers.location).toBe('./auth/');
  });

  it('is found at its own path where it is mounted at none, and leaves the rest alone', async () => {
    const app = express();
    app.use(createLive().express());
    app.get('/', (_request, response) => {
      response.send('the app');
    });
    const origin = await listen(app);

    expect((await ask(`${origin}/auth-live/`)).status).toBe(200);
    expect((await ask(`${origin}/`)).body.toString()).toBe('the app');
  });

  it('gives authorize the request as the app has it', async () => {
    const app = express();
    app.use((request: Request & { user?: string }, _response, next) => {
      request.user = request.query['as'] as string;
      next();
    });
    const live = createLive<Request & { user?: string }>({
      authorize: ({ user }) => user === 'operator',
    });
    app.use('/auth-live', live.express());
    const origin = await listen(app);

    expect((await ask(`${origin}/auth-live/?as=operator`)).status).toBe(200);
    expect((await ask(`${origin}/auth-live/?as=somebody`)).status).toBe(404);
  });

  it('makes no attempt of those who look, and knows that an adapter is mounted', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });
    const app = express();
    app.use(authMetrics(meter));
    app.use(
      '/auth-live',
      createLive({ authorize: ({ headers }) => headers['x-let'] === 'in' }).express(),
    );
    const origin = await listen(app);
    const headers = { authorization: 'Bearer whatever' };

    await ask(`${origin}/auth-live/data`, headers);
    const { body } = await ask(`${origin}/auth-live/data`, { ...headers, 'x-let': 'in' });

    const { setup } = JSON.parse(body.toString());
    const attempts = await harness.points(ATTEMPTS.name);
    await harness.shutdown();
    expect(setup).toMatchObject({ isAdapterMounted: true });
    expect(attempts.filter(({ value }) => value !== 0)).toEqual([]);
  });
});
