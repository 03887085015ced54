import { createTwoGenerationCache } from '../../src/privacy/two-generation-cache';

/** Each key is looked up in a cache of its own: a look-up moves what it finds. */
function heldKeys(maxEntries: number, keyCount: number): readonly string[] {
  const keys = Array.from({ length: keyCount }, (_, index) => `key-${String(index)}`);
  return keys.filter((probe) => {
    const cache = createTwoGenerationCache(maxEntries);
    for (const key of keys) cache.set(key, `value of ${key}`);
    return cache.get(probe) === `value of ${probe}`;
  });
}

describe('createTwoGenerationCache', () => {
  it('gives back what was set, and nothing else', () => {
    const cache = createTwoGenerationCache(4);

    cache.set('a', '1');

    expect(cache.get('a')).toBe('1');
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('constructor')).toBeUndefined();
  });

  it('holds everything up to its size', () => {
    expect(heldKeys(4, 4)).toEqual(['key-0', 'key-1', 'key-2', 'key-3']);
  });

  it('forgets the older generation when the younger is full again', () => {
    expect(heldKeys(4, 5)).toEqual(['key-2', 'key-3', 'key-4']);
    expect(heldKeys(4, 100)).toEqual(['key-96', 'key-97', 'key-98', 'key-99']);
  });

  it('keeps what is used while others come and go', () => {
    const cache = createTwoGenerationCache(4);
    cache.set('hot', '1');

    for (let index = 0; index < 1000; index += 1) {
      cache.set(`cold-${String(index)}`, '0');
      expect(cache.get('hot')).toBe('1');
    }

    expect(cache.get('cold-0')).toBeUndefined();
  });
});
