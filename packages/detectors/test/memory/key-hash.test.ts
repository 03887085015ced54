import crypto from 'node:crypto';
import { createKeyHash } from '../../src/memory/key-hash';

describe('the hash of a key', () => {
  it('is a number of 48 bits, the same for the same name', () => {
    const hash = createKeyHash();

    expect(hash('alice')).toBe(hash('alice'));
    expect(hash('alice')).not.toBe(hash('bob'));
    expect(hash('alice')).toBeLessThan(2 ** 48);
    expect(Number.isInteger(hash(''))).toBe(true);
  });

  it('is one in older versions of Node as well, which have no hash in one call', () => {
    const { hash: inOneCall } = crypto;
    Object.defineProperty(crypto, 'hash', { value: undefined, configurable: true });
    const createHmac = jest.spyOn(crypto, 'createHmac');
    try {
      const hash = createKeyHash();

      expect(hash('alice')).toBe(hash('alice'));
      expect(hash('alice')).not.toBe(hash('bob'));
      expect(hash('alice')).toBeLessThan(2 ** 48);
      expect(createHmac).toHaveBeenCalled();
    } finally {
      createHmac.mockRestore();
      Object.defineProperty(crypto, 'hash', { value: inOneCall, configurable: true });
    }
  });

  it('has a secret of its own, so that nobody can choose names that collide', () => {
    expect(createKeyHash()('alice')).not.toBe(createKeyHash()('alice'));
  });
});
