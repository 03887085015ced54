import { clientAddress, type ForwardingHeader } from '../../src/privacy/client-address';
import { maskIpAddress } from '../../src/privacy/mask-ip-address';
import { ipCorpusEntries } from './ip-corpus';

const SOCKET = '192.0.2.9';

function readForwardedFor(
  value: string | readonly string[] | undefined,
  trustedHops: number,
): string | undefined {
  return clientAddress(
    { remoteAddress: SOCKET, headers: { 'x-forwarded-for': value } },
    { trustedHops },
  );
}

describe('the corpus of forwarding headers', () => {
  it.each([
    ['x-forwarded-for', 9],
    ['forwarded', 15],
  ])('holds its entries of %s', (kind, count) => {
    expect(ipCorpusEntries(kind)).toHaveLength(count);
  });

  it.each(
    (['x-forwarded-for', 'forwarded'] as const).flatMap((header) =>
      ipCorpusEntries(header).map((entry) => ({ ...entry, header })),
    ),
  )('reads $header $input with $trustedHops hops as $expectedMasked: $why', (entry) => {
    const header: ForwardingHeader = entry.header;
    const headers = { [header]: String(entry.input) };

    const address = clientAddress({ headers }, { trustedHops: entry.trustedHops ?? 0, header });

    expect(maskIpAddress(address)).toBe(entry.expectedMasked);
  });
});

describe('clientAddress', () => {
  it('is the socket by default, whatever the headers say', () => {
    const headers = { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7' };

    expect(clientAddress({ remoteAddress: SOCKET, headers })).toBe(SOCKET);
    expect(clientAddress({ headers })).toBeUndefined();
  });

  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'is the socket with %d hops',
    (hops) => {
      expect(readForwardedFor('203.0.113.7', hops)).toBe(SOCKET);
    },
  );

  it('counts the hops from the right', () => {
    const chain = '203.0.113.7, 198.51.100.2,10.0.0.1 ,  10.0.0.2';

    const addresses = [1, 2, 3, 4].map((hops) => readForwardedFor(chain, hops));

    expect(addresses).toEqual(['10.0.0.2', '10.0.0.1', '198.51.100.2', '203.0.113.7']);
  });

  it('reads repeated headers as one list', () => {
    const lines = ['203.0.113.7', '', '198.51.100.2, 10.0.0.1'];

    const addresses = [1, 2, 3].map((hops) => readForwardedFor(lines, hops));

    expect(addresses).toEqual(['10.0.0.1', '198.51.100.2', '203.0.113.7']);
  });

  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['shorter than the hops', '203.0.113.7'],
  ])('is the socket when the header is %s', (_case, value) => {
    expect(readForwardedFor(value, 2)).toBe(SOCKET);
  });

  it('counts an empty entry instead of reaching past it for what the client wrote', () => {
    expect(readForwardedFor('203.0.113.7, ', 1)).toBeUndefined();
    expect(readForwardedFor('203.0.113.7,,10.0.0.1', 2)).toBeUndefined();
  });

  it('lets nothing that a client put on the left change the answer', () => {
    const junk = [
      ',',
      '"',
      '\\',
      'for="',
      'x'.repeat(60_000),
      ','.repeat(60_000),
      '"'.repeat(60_001),
    ];
    const options = { trustedHops: 2, header: 'forwarded' } as const;

    const answers = junk.flatMap((left) => [
      readForwardedFor(`${left}, 203.0.113.7, 10.0.0.1`, 2),
      clientAddress(
        { headers: { forwarded: `${left}, for=203.0.113.7, for="[::1]:80"` } },
        options,
      ),
    ]);

    expect(answers).toEqual(Array.from({ length: 14 }, () => '203.0.113.7'));
  });

  it.each(['x-forwarded-for', 'forwarded'] as const)(
    'gives up on a %s entry of more than 1,024 characters',
    (header) => {
      const prefix = header === 'forwarded' ? 'for=' : '';
      const longest = `${prefix}203.0.113.7${header === 'forwarded' ? ';x=' : ' '}`.padEnd(
        1024,
        '0',
      );

      const read = (value: string): string | undefined =>
        clientAddress(
          { remoteAddress: SOCKET, headers: { [header]: value } },
          { trustedHops: 1, header },
        );

      expect(read(`${prefix}198.51.100.2,${longest}`)).toMatch(/^203\.0\.113\.7/);
      expect(read(`${prefix}198.51.100.2,${longest}0`)).toBeUndefined();
      expect(read(`${longest}0`)).toBeUndefined();
    },
  );

  it('stays fast on headers of 64 KB', () => {
    const headers = {
      'x-forwarded-for': `${'1.2.3.4'.repeat(9362)},1.2.3.4`,
      forwarded: `for="${'\\"'.repeat(32_760)}`,
    };
    const startedAtMilliseconds = performance.now();

    for (let call = 0; call < 2000; call += 1) {
      clientAddress({ headers }, { trustedHops: 1000 });
      clientAddress({ headers }, { trustedHops: 1000, header: 'forwarded' });
    }

    expect(performance.now() - startedAtMilliseconds).toBeLessThan(1000);
  });

  it('answers undefined when the headers throw', () => {
    const headers = new Proxy<Record<string, string>>(
      {},
      {
        get() {
          throw new Error('trap');
        },
      },
    );

    expect(clientAddress({ remoteAddress: SOCKET, headers }, { trustedHops: 1 })).toBeUndefined();
  });
});
