import { findForeignSign, isLoopbackSocket } from '../../src/http/loopback';

const from = (remoteAddress: string | undefined) => ({ headers: {}, socket: { remoteAddress } });

describe('isLoopbackSocket', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'knows %s as this machine',
    (address) => {
      expect(isLoopbackSocket(from(address))).toBe(true);
    },
  );

  it.each(['10.0.0.1', '128.0.0.1', '::2', '::ffff:10.0.0.1', '127.0.0.1.example', '', undefined])(
    'knows %s as elsewhere',
    (address) => {
      expect(isLoopbackSocket(from(address))).toBe(false);
    },
  );

  it('takes a request without a socket for one from elsewhere', () => {
    expect(isLoopbackSocket({ headers: {}, socket: null })).toBe(false);
  });
});

describe('findForeignSign', () => {
  const sign = (headers: Record<string, string>, isPage = true, hosts: string[] = []) =>
    findForeignSign({ headers }, hosts, isPage);

  it.each(['localhost', 'localhost:3000', 'LOCALHOST:1', '127.0.0.1:9464', '[::1]:3000'])(
    'finds none in the host %s',
    (host) => {
      expect(sign({ host })).toBeUndefined();
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:3000',
    '',
    '10.0.0.1',
  ])('finds one in the host %s', (host) => {
    expect(sign({ host })).toContain('Host');
  });

  it('allows a host of the own network by name', () => {
    expect(sign({ host: 'dev.box:3000' }, true, ['dev.box'])).toBeUndefined();
  });

  it('reads the authority of HTTP/2', () => {
    expect(sign({ ':authority': 'localhost:3000' })).toBeUndefined();
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])(
    'finds one in the header %s',
    (header) => {
      expect(sign({ host: 'localhost', [header]: 'x' })).toContain(header);
    },
  );

  it.each([
    ['same-origin', true, undefined],
    ['same-origin', false, undefined],
    ['none', true, undefined],
    ['none', false, 'another site'],
    ['cross-site', true, 'another site'],
    ['same-site', true, 'another site'],
  ])('judges a request that another page made: %s, page %s', (site, isPage, expected) => {
    const found = sign({ host: 'localhost', 'sec-fetch-site': site }, isPage);

    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(expected);
  });
});
