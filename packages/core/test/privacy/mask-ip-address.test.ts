import {
  addressKey,
  formatAddressKey,
  maskIpAddress,
  UNKNOWN_ADDRESS,
} from '../../src/privacy/mask-ip-address';
import { measureHeapMegabytes } from './measure-heap-megabytes';
import { ipCorpusEntries } from './ip-corpus';

const ADDRESSES = ipCorpusEntries('address');

describe('the corpus of addresses', () => {
  it('holds its 91 addresses', () => {
    expect(ADDRESSES).toHaveLength(91);
  });

  it.each(ADDRESSES)('masks $input as $expectedMasked: $why', ({ input, expectedMasked }) => {
    expect(maskIpAddress(input)).toBe(expectedMasked);
  });
});

describe('maskIpAddress', () => {
  it.each([
    ['\t1.2.3.4 \t', '1.2.3.0'],
    ['1.2.3.4:0', '1.2.3.0'],
    ['1.2.3.4:65535', '1.2.3.0'],
    [' [2001:db8:1::2]:443 ', '2001:db8:1::'],
    ['::ffff:1.2.3.4:80', 'unknown'],
    ['[::ffff:1.2.3.4%eth0]', '1.2.3.0'],
    ['[1.2.3.4]', 'unknown'],
    ['[ ::1 ]', 'unknown'],
    ['[[::1]]', 'unknown'],
    ['[::1]:', 'unknown'],
    ['[::1]443', 'unknown'],
    ['\u00a01.2.3.4', 'unknown'],
    ['1.2.3.4.5', 'unknown'],
    ['1.2.3.', 'unknown'],
    ['::1', '::'],
    ['[::1]:443', '::'],
    ['fe80::1%25eth0', 'fe80::'],
    ['fe80::1%en-0.1', 'fe80::'],
    ['::ffff:0:1.2.3.4', '::'],
    ['0:0:0:0:0:0:1.2.3.4', '::'],
    ['0:0:0:0:0:FFFF:1.2.3.4', '1.2.3.0'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ffff:ffff:ffff::'],
    ['1:0:3::', '1:0:3::'],
    ['2002:c000:0204::1', '2002:c000:200::'],
    ['', 'unknown'],
  ])('masks %j as %s', (address, masked) => {
    expect(maskIpAddress(address)).toBe(masked);
  });

  it.each([
    ['an address of 256 characters', `${' '.repeat(249)}1.2.3.4`, '1.2.3.0'],
    ['an address of 257 characters', `${' '.repeat(250)}1.2.3.4`, 'unknown'],
    ['a zone of 4,000 characters', `fe80::1%${'a'.repeat(4000)}`, 'unknown'],
  ])('reads at most 256 characters: %s', (_case, address, masked) => {
    expect(maskIpAddress(address)).toBe(masked);
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 16909060],
    ['not a number', Number.NaN],
    ['a big integer', 1n],
    ['a boolean', true],
    ['a symbol', Symbol('1.2.3.4')],
    ['a function', () => '1.2.3.4'],
    ['a String object', Object('1.2.3.4')],
    ['an array', ['1.2.3.4']],
    ['an object that prints as an address', { toString: () => '1.2.3.4' }],
    ['a proxy that throws', new Proxy({}, { get: throwFromTrap, getPrototypeOf: throwFromTrap })],
  ])('answers unknown for %s', (_case, address: unknown) => {
    expect(maskIpAddress(address)).toBe(UNKNOWN_ADDRESS);
    expect(addressKey(address)).toBe(-1);
  });

  it('refuses a megabyte unread', () => {
    const hostile = ['0', ':', ' ', '1.', '[', '::ffff:'].map((text) =>
      text.repeat(2 ** 20 / text.length),
    );
    const startedAtMilliseconds = performance.now();

    const masked = hostile.flatMap((text) =>
      Array.from({ length: 1000 }, () => maskIpAddress(text)),
    );

    expect(new Set(masked)).toEqual(new Set(['unknown']));
    expect(performance.now() - startedAtMilliseconds).toBeLessThan(1000);
  });

  it('keeps no header alive through the masked addresses', () => {
    const megabytes = measureHeapMegabytes(() =>
      Array.from({ length: 256 }, (_, octet) => {
        const header = `${String.fromCharCode(97 + (octet % 26)).repeat(65_536)},111.222.${String(octet)}.133`;
        return maskIpAddress(header.slice(header.indexOf(',') + 1));
      }),
    );

    expect(megabytes).toBeLessThan(4);
  });
});

describe('addressKey', () => {
  it.each([
    ['0.0.0.0', 0],
    ['1.2.3.4', 0x010203],
    ['255.255.255.255', 2 ** 24 - 1],
    ['::ffff:1.2.3.4', 0x010203],
    ['::', 2 ** 24],
    ['2001:db8:1::5', 2 ** 24 + 0x20010db80001],
    ['ffff:ffff:ffff:ffff::', 2 ** 24 + 2 ** 48 - 1],
    ['nonsense', -1],
  ])('gives %s the key %d', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

describe('formatAddressKey', () => {
  it.each([
    [0x010203, '1.2.3.0'],
    [2 ** 24 - 1, '255.255.255.0'],
    [2 ** 24, '::'],
    [2 ** 24 + 2 ** 48 - 1, 'ffff:ffff:ffff::'],
    [2 ** 24 + 2 ** 48, 'unknown'],
    [-1, 'unknown'],
    [-2, 'unknown'],
    [1.5, 'unknown'],
    [Number.NaN, 'unknown'],
    [Number.POSITIVE_INFINITY, 'unknown'],
  ])('writes the key %d as %s', (key, masked) => {
    expect(formatAddressKey(key)).toBe(masked);
  });
});

function throwFromTrap(): never {
  throw new Error('trap');
}
