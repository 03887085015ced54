import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import {
  createPseudonymizer,
  createSessionPseudonymizer,
  pseudonymize,
  type PseudonymKey,
} from '../../src/privacy/pseudonymize';
import { measureHeapMegabytes } from './measure-heap-megabytes';

const KEY = 'an example secret of 32 bytes...';
const OTHER_KEY = 'another example secret, 32 bytes';

describe('pseudonymize', () => {
  // RFC 4231, test case 6: a key of 131 bytes 0xaa.
  it('gives the first 16 digits of the HMAC-SHA-256 published in RFC 4231', () => {
    const key = Buffer.alloc(131, 0xaa);
    const text = 'Test Using Larger Than Block-Size Key - Hash Key First';

    expect(pseudonymize(text, key)).toBe('60e431591ee0b67f');
    expect(createPseudonymizer(key)(text)).toBe('60e431591ee0b67f');
  });

  it('takes a text, its bytes and a secret key object for the same key', () => {
    const bytes = new TextEncoder().encode(KEY);

    const pseudonyms = [KEY, bytes, Buffer.from(KEY), createSecretKey(bytes)].map((key) =>
      pseudonymize('user-1', key),
    );

    expect(new Set(pseudonyms).size).toBe(1);
    expect(pseudonyms[0]).toMatch(/^[\da-f]{16}$/);
  });

  it('depends on the id and on the key', () => {
    const pseudonyms = [
      pseudonymize('user-1', KEY),
      pseudonymize('user-2', KEY),
      pseudonymize('user-1', OTHER_KEY),
    ];

    expect(new Set(pseudonyms).size).toBe(3);
  });
});

describe('createPseudonymizer', () => {
  it('answers as the plain function does, the first time and again', () => {
    const pseudonymizeUserId = createPseudonymizer(KEY);

    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (userId) => {
        const expected = pseudonymize(userId, KEY);

        expect(pseudonymizeUserId(userId)).toBe(expected);
        expect(pseudonymizeUserId(userId)).toBe(expected);
      }),
    );
  });

  it.each([
    ['256 characters', 'a'.repeat(256)],
    ['257 characters', 'a'.repeat(257)],
    ['a megabyte', 'a'.repeat(2 ** 20)],
  ])('answers as the plain function does for an id of %s', (_case, userId) => {
    expect(createPseudonymizer(KEY)(userId)).toBe(pseudonymize(userId, KEY));
  });

  it('answers the same after thousands of other ids', () => {
    const pseudonymizeUserId = createPseudonymizer(KEY);
    const before = pseudonymizeUserId('user-1');

    for (let index = 0; index < 2000; index += 1) pseudonymizeUserId(`other-${String(index)}`);

    expect(pseudonymizeUserId('user-1')).toBe(before);
  });

  it('keeps its key when the bytes it was given are wiped', () => {
    const bytes = Buffer.from(KEY);
    const pseudonymizeUserId = createPseudonymizer(bytes);

    bytes.fill(0);

    expect(pseudonymizeUserId('user-1')).toBe(pseudonymize('user-1', KEY));
  });

  it('keeps neither the requests that ids were cut from nor long ids alive', () => {
    const megabytes = measureHeapMegabytes(() => {
      const pseudonymizeUserId = createPseudonymizer(KEY);
      for (let index = 0; index < 256; index += 1) {
        const body = `${String.fromCharCode(97 + (index % 26)).repeat(65_536)}-user-${String(index)}`;
        pseudonymizeUserId(body.slice(-40));
        pseudonymizeUserId(body);
      }
      return pseudonymizeUserId;
    });

    expect(megabytes).toBeLessThan(4);
  });

  it.each<readonly [string, PseudonymKey, string]>([
    ['an empty text', '', '0 bytes'],
    ['a text of 15 bytes', 'secretsecretsec', '15 bytes'],
    ['bytes', new Uint8Array(8), '8 bytes'],
    ['a key object', createSecretKey(Buffer.alloc(15)), '15 bytes'],
    ['a private key', generateKeyPairSync('ed25519').privateKey, 'a private key'],
    ['nothing', undefined as unknown as PseudonymKey, 'a value of type undefined'],
    ['a number', 1234567890123456 as unknown as PseudonymKey, 'a value of type number'],
  ])('refuses %s and names the option, what was given and what is allowed', (_case, key, given) => {
    const message =
      'userIdKey must be a secret of at least 16 bytes, as a string, a Uint8Array or a secret KeyObject; ' +
      `given: ${given}.`;

    expect(() => createPseudonymizer(key)).toThrow(new TypeError(message));
    expect(() => pseudonymize('user-1', key)).toThrow(new TypeError(message));
  });

  it('takes 16 bytes, counted in UTF-8', () => {
    expect(createPseudonymizer('é'.repeat(8))('user-1')).toMatch(/^[\da-f]{16}$/);
    expect(createPseudonymizer(new Uint8Array(16))('user-1')).toMatch(/^[\da-f]{16}$/);
  });
});

describe('the pseudonym of a session', () => {
  it('is another than that of an account with the same id, and depends on the key', () => {
    const pseudonyms = [
      createSessionPseudonymizer(KEY)('id-1'),
      createSessionPseudonymizer(OTHER_KEY)('id-1'),
      pseudonymize('id-1', KEY),
    ];

    expect(new Set(pseudonyms).size).toBe(3);
    expect(pseudonyms[0]).toMatch(/^[\da-f]{16}$/);
  });

  it('is refused a key that is no secret', () => {
    expect(() => createSessionPseudonymizer('short')).toThrow('at least 16 bytes');
  });
});
