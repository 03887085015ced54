import { createLive, type Live } from '../../src';
import { ask } from '../support/request';
import { serve, type Served } from '../support/serve';

const open: Served[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

async function served(live: Live): Promise<string> {
  const server = await serve(live.handler);
  open.push(server);
  return server.origin;
}

describe('createLive', () => {
  it.each([
    [{ path: 'auth-live' }, 'path'],
    [{ authorize: 'yes' }, 'authorize'],
    [{ allowedHosts: ['localhost:3000'] }, 'allowedHosts'],
    [{ showSources: 1 }, 'showSources'],
    [{ thresholds: { bruteForceSuspected: -1 } }, 'thresholds'],
    [{ thresholds: { nothingLikeIt: 5 } }, 'thresholds'],
    [{ runbookUrl: 'javascript:alert(1)' }, 'runbookUrl'],
    [{ timeScale: 0 }, 'timeScale'],
    [{ pth: '/x' }, 'pth'],
  ])('refuses %j', (options, name) => {
    expect(() => createLive(options as never)).toThrow(
      expect.objectContaining({ code: 'ERR_AUTHMETER_OPTION', option: name }),
    );
  });

  it('serves the page below its path through node:http, and nothing else', async () => {
    const origin = await served(createLive());

    const statuses = await Promise.all(
      ['/auth-live/', '/auth-live/page.js', '/auth-live/data', '/auth-live', '/', '/other'].map(
        async (path) => (await ask(origin + path)).status,
      ),
    );

    expect(statuses).toEqual([200, 200, 200, 308, 404, 404]);
  });

  it('is found below another path, also at the root', async () => {
    const deep = await served(createLive({ path: '/internal/auth/' }));
    const root = await served(createLive({ path: '/' }));

    expect((await ask(`${deep}/internal/auth/data`)).status).toBe(200);
    expect((await ask(`${root}/data`)).status).toBe(200);
  });

  it('says that its reader is in no provider, instead of showing nothing', async () => {
    const origin = await served(createLive());

    const { setup } = JSON.parse((await ask(`${origin}/auth-live/data`)).body.toString());

    expect(setup).toEqual({ isReaderRegistered: false, seesAuthmeter: false });
  });

  it('asks authorize for page, assets and data alike', async () => {
    const asked: (string | undefined)[] = [];
    const origin = await served(
      createLive({
        authorize: (request) => {
          asked.push(request.url);
          return request.headers.authorization === 'Bearer operator';
        },
      }),
    );
    const paths = ['/auth-live/', '/auth-live/page.js', '/auth-live/page.css', '/auth-live/data'];

    const refused = await Promise.all(paths.map(async (path) => (await ask(origin + path)).status));
    const admitted = await Promise.all(
      paths.map(async (path) => {
        const { status } = await ask(origin + path, { authorization: 'Bearer operator' });
        return status;
      }),
    );

    expect(refused).toEqual([404, 404, 404, 404]);
    expect(admitted).toEqual([200, 200, 200, 200]);
    expect(asked).toHaveLength(8);
  });

  it('listens on the loopback interface alone, and rejects where the port is taken', async () => {
    const live = createLive();
    const server = await live.listen(0);

    const { status } = await ask(server.url);
    const port = Number(new URL(server.url).port);

    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(status).toBe(200);
    await expect(live.listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await server.close();
  });
});
