import { gunzipSync } from 'node:zlib';
import { NORMAL_DAY } from '../scenes/normal-day';
import { servePage } from '../scenes/serve-scene';
import { createSimulatedService, type SimulatedService } from '../scenes/simulated-service';
import { ask } from '../support/request';
import type { Served } from '../support/serve';
import type { LivePayload } from '../../src/shared/payload';

let service: SimulatedService;
let page: Served;

beforeAll(async () => {
  service = createSimulatedService();
  await service.run(320, NORMAL_DAY);
  page = await servePage(service.source);
});

afterAll(async () => {
  await page.close();
  await service.shutdown();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  ask(`${page.origin}/${path}`, headers);
const read = (body: Buffer) => JSON.parse(body.toString()) as LivePayload;

describe('the server of the page', () => {
  it.each([
    ['', 'text/html; charset=utf-8'],
    ['page.js', 'text/javascript; charset=utf-8'],
    ['page.css', 'text/css; charset=utf-8'],
  ])(
    'serves /%s as %s, compressed where that is taken, and unchanged only once',
    async (path, type) => {
      const plain = await get(path);
      const packed = await get(path, { 'accept-encoding': 'gzip, br' });
      const again = await get(path, { 'if-none-match': plain.headers.etag ?? '' });

      expect([plain.status, plain.headers['content-type']]).toEqual([200, type]);
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(packed.body)).toEqual(plain.body);
      expect([again.status, again.body.length]).toEqual([304, 0]);
    },
  );

  it.each(['', 'page.js', 'data', 'nowhere'])(
    'sends its security headers with /%s',
    async (path) => {
      const { headers } = await get(path);

      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
          "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; trusted-types 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  it('sends what a page does not have yet', async () => {
    const first = read((await get('data')).body);
    const { instance, slot } = first;

    await service.run(2, NORMAL_DAY);
    const next = read((await get(`data?instance=${instance}&since=${String(slot)}`)).body);

    expect(first.start?.process.service).toBe('orders-api');
    expect(first.fine).toHaveLength(320);
    expect(first).not.toHaveProperty('coarse');
    expect(next).not.toHaveProperty('start');
    expect(next.fine.map((one) => one.slot)).toEqual([slot + 1, slot + 2]);
  });

  it('sends the hour where it is asked for', async () => {
    const { instance, slot } = read((await get('data')).body);

    const { coarse } = read(
      (await get(`data?instance=${instance}&since=${String(slot)}&coarse=-1`)).body,
    );

    expect(coarse?.map((one) => one.slot)).toEqual(Array.from({ length: 32 }, (_, at) => at));
    expect(coarse?.every(({ seconds }) => seconds === 10)).toBe(true);
  });

  it.each([
    'instance=another&since=3',
    'instance=&since=x',
    'since=99999999',
    'since=-1',
    'instance=%00',
  ])('begins anew for a page that is nowhere on its record: %s', async (query) => {
    expect(read((await get(`data?${query}`)).body).start).toBeDefined();
  });

  it('answers that nothing changed since', async () => {
    const { headers } = await get('data');

    const again = await get('data', { 'if-none-match': headers.etag ?? '' });

    expect(again.status).toBe(304);
    expect(again.headers.etag).toBe(headers.etag);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('renders an answer once, for all who ask for the same', async () => {
    const spy = jest.spyOn(JSON, 'stringify');
    const rendered = () => spy.mock.calls.filter(([value]) => isPayload(value)).length;

    await service.run(1, NORMAL_DAY);
    const bodies = await Promise.all([get('data'), get('data'), get('data')]);

    expect(rendered()).toBe(1);
    expect(new Set(bodies.map(({ body }) => body.toString())).size).toBe(1);
    spy.mockRestore();
  });

  it('answers HEAD as GET without the body, and no other method', async () => {
    const url = `${page.origin}/page.css`;
    const head = await ask(url, {}, { method: 'HEAD' });
    const post = await ask(url, {}, { method: 'POST' });

    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(1000);
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('refuses more than twenty requests for data in a second', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => get('data')));

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(20);
    expect(refused[0]?.headers['retry-after']).toBe('1');
    expect(answers.some(({ status }) => status === 200)).toBe(true);
  });

  it('tells nobody where it is whom the gate refuses', async () => {
    const foreign = await get('data', { host: 'evil.example' });
    const proxied = await get('', { host: 'localhost', 'x-forwarded-for': '10.0.0.1' });

    expect([foreign.status, proxied.status]).toEqual([403, 403]);
    expect(foreign.body.toString()).toContain('Host');
    expect(proxied.body.toString()).toContain('x-forwarded-for');
    expect(proxied.body.toString()).toContain('AM11');
  });
});

function isPayload(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'fine' in value;
}
