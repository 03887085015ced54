import Koa3, { type Context } from 'koa';
import mount from 'koa-mount';
import { createLive } from '../../src';
import { ask } from '../support/request';
import { serve, type Served } from '../support/serve';

/** The types are those of Koa 3; what is used is the same in Koa 2. */
const VERSIONS: readonly (readonly [name: string, App: typeof Koa3])[] = [
  ['2', jest.requireActual<typeof Koa3>('koa2')],
  ['3', Koa3],
];

let open: Served | undefined;

afterEach(async () => {
  await open?.close();
});

async function listen(app: Koa3): Promise<string> {
  const answer = app.callback();
  open = await serve((request, response) => void answer(request, response));
  return open.origin;
}

describe.each(VERSIONS)('the page in Koa %s', (_version, Koa) => {
  it('is found at its path, and leaves the rest alone', async () => {
    const app = new Koa();
    app.use(createLive().koa());
    app.use((context) => {
      context.body = 'the app';
    });
    const origin = await listen(app);

    const answers = await Promise.all(
      ['/auth-live/', '/auth-live', '/auth-live/data?since=2', '/elsewhere'].map((path) =>
        ask(origin + path),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 308, 200, 200]);
    expect(answers[1]?.headers.location).toBe('./auth-live/');
    expect(answers[3]?.body.toString()).toBe('the app');
  });

  it('is found where koa-mount puts it, also in an app inside an app', async () => {
    const inner = new Koa();
    inner.use(mount('/auth', createLive().koa() as Koa3.Middleware));
    const app = new Koa();
    app.use(mount('/admin', inner));
    app.use(mount('/live', createLive().koa() as Koa3.Middleware));
    const origin = await listen(app);

    const answers = await Promise.all(
      [
        '/admin/auth/',
        '/admin/auth/data?x=/',
        '/admin/auth',
        '/live',
        '/live/',
        '/live/page.js',
        '/live/x',
      ].map((path) => ask(origin + path)),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 308, 308, 200, 200, 404]);
  });

  it('gives authorize the context', async () => {
    const app = new Koa();
    app.use(async (context, next) => {
      context.state['user'] = context.query['as'];
      await next();
    });
    const live = createLive<Context>({ authorize: ({ state }) => state['user'] === 'operator' });
    app.use(live.koa());
    const origin = await listen(app);

    expect((await ask(`${origin}/auth-live/?as=operator`)).status).toBe(200);
    expect((await ask(`${origin}/auth-live/?as=somebody`)).status).toBe(404);
  });
});
