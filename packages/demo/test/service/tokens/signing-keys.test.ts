import { createAuthMeter } from '@authmeter/core';
import { createSigningKeys } from '../../../src/service/tokens/signing-keys';

const meter = createAuthMeter({ enabled: false });

describe('signing keys', () => {
  it('accept the retired key while it overlaps with the new one', () => {
    const keys = createSigningKeys(meter, 60);
    const first = keys.current();

    keys.rotate();

    expect(keys.current().kid).not.toBe(first.kid);
    expect(keys.find(first.kid)).toBe(first);
    expect(keys.publicKeySet().keys).toMatchObject([
      { kid: keys.current().kid, alg: 'ES256' },
      { kid: first.kid, alg: 'ES256' },
    ]);
  });

  it('forget the retired key when the overlap is over', () => {
    const keys = createSigningKeys(meter, 0);
    const first = keys.current();

    keys.rotate();

    expect(keys.find(first.kid)).toBeUndefined();
    expect(keys.publicKeySet().keys).toHaveLength(1);
  });

  it('never publish the private half', () => {
    const { keys } = createSigningKeys(meter, 60).publicKeySet();

    expect(keys.map((key) => Object.keys(key).sort())).toEqual([
      ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'],
    ]);
  });
});
