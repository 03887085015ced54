import { isIP } from 'node:net';
import fc from 'fast-check';
import { maskIpAddress } from '../../src/privacy/mask-ip-address';

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const group = fc.oneof(fc.constant(0), fc.constant(0xffff), fc.nat(0xffff));
const groups = fc.array(group, { minLength: 8, maxLength: 8 });
const MASKED = /^(?:unknown|(?:\d{1,3}\.){3}0|(?:[\da-f]{1,4}:){0,3}:|::)$/;

/** Texts made of what addresses are made of, so that some are almost addresses and some are. */
const addressLike = fc
  .array(
    fc.constantFrom('0', '1', '255', '256', 'f', 'db8', 'ffff', '.', ':', '::', '%', 'x', '-'),
    {
      maxLength: 16,
    },
  )
  .map((pieces) => pieces.join(''));

describe('maskIpAddress', () => {
  it('keeps three octets of every IPv4 address, also mapped, also with a port', () => {
    fc.assert(
      fc.property(octets, fc.nat(65_535), (bytes, port) => {
        const address = bytes.join('.');
        const masked = [...bytes.slice(0, 3), 0].join('.');
        const spellings = [
          address,
          `${address}:${String(port)}`,
          `::ffff:${address}`,
          `[::FFFF:${address}]:${String(port)}`,
        ];

        for (const spelling of spellings) {
          expect(maskIpAddress(spelling)).toBe(masked);
        }
      }),
    );
  });

  it('keeps 48 bits of every IPv6 address in every spelling, as the URL parser writes them', () => {
    fc.assert(
      fc.property(groups.filter(isPlain), fc.nat(7), (parts, gapAt) => {
        const masked = writtenByUrlParser([...parts.slice(0, 3), 0, 0, 0, 0, 0]);

        for (const spelling of spell(parts, gapAt)) {
          expect(maskIpAddress(spelling)).toBe(masked);
          expect(maskIpAddress(`[${spelling}%eth0]:443`)).toBe(masked);
        }
      }),
    );
  });

  it('answers unknown for whatever Node does not take for an address', () => {
    fc.assert(
      fc.property(addressLike, (text) => {
        const withoutPort = text.replace(/^([\d.]+):\d{1,5}$/, '$1');

        expect(maskIpAddress(text) === 'unknown').toBe(isIP(withoutPort) === 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers any value with a masked form of at most 43 characters, which masks to itself', () => {
    const anything = fc.oneof(
      addressLike,
      fc.string({ unit: 'binary' }),
      fc.ipV4(),
      fc.ipV6(),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    );

    fc.assert(
      fc.property(anything, (value) => {
        const masked = maskIpAddress(value);

        expect(masked).toMatch(MASKED);
        expect(masked.length).toBeLessThanOrEqual(43);
        expect(maskIpAddress(masked)).toBe(masked);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Holds no IPv4 address: neither mapped nor 6to4. */
function isPlain(parts: readonly number[]): boolean {
  const isMapped = parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff;
  return !isMapped && parts[0] !== 0x2002;
}

function writtenByUrlParser(parts: readonly number[]): string {
  const host = parts.map((part) => part.toString(16)).join(':');
  return new URL(`http://[${host}]/`).hostname.slice(1, -1);
}

/** Full, padded, in capitals, with a dotted tail, and with the run of zeros from `gapAt` on left out. */
function spell(parts: readonly number[], gapAt: number): readonly string[] {
  const written = parts.map((part) => part.toString(16));
  const [high = 0, low = 0] = parts.slice(6);
  const tail = [high >>> 8, high & 255, low >>> 8, low & 255].join('.');
  const zeros = /^(?:0:)*(?:0$)?/.exec(written.slice(gapAt).join(':'))?.[0] ?? '';
  const gapLength = zeros.split('0').length - 1;
  const gapped = `${written.slice(0, gapAt).join(':')}::${written.slice(gapAt + gapLength).join(':')}`;
  return [
    written.join(':'),
    written.map((text) => text.padStart(4, '0')).join(':'),
    written.join(':').toUpperCase(),
    [...written.slice(0, 6), tail].join(':'),
    ...(gapLength > 0 ? [gapped] : []),
  ];
}
