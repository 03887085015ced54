import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { createPseudonymizer, maskIpAddress } from '@authmeter/core';
import ipaddr from 'ipaddr.js';
import { interleave, ratioOf, spreadOf, type Variant } from '../measure/interleave';
import { nanosecondRows } from '../report/nanosecond-rows';
import type { Part } from './part';

/** A power of two, so that the next one is found with a mask. */
const PREPARED = 1024;
const HOT_IDS = 64;

function inTurn<Item>(items: readonly Item[]): () => Item {
  let position = 0;
  return () => {
    position = (position + 1) & (items.length - 1);
    return items[position] as Item;
  };
}

/** Fresh strings, as headers and databases give them: a string that was a key before carries its hash along. */
function fresh(text: string): string {
  return Buffer.from(text).toString('latin1');
}

const addresses = Array.from(
  { length: PREPARED },
  (_, index) => `203.${String(index & 255)}.${String(index >> 2)}.${String((index * 7) & 255)}`,
);

function mask(name: string, read: (address: string) => unknown): Variant {
  const next = inTurn(addresses);
  return { name, run: () => read(fresh(next())) };
}

function pseudonym(name: string, ids: readonly string[], hash: (id: string) => string): Variant {
  const next = inTurn(ids);
  return { name, run: () => hash(fresh(next())) };
}

function maskWithLibrary(address: string): string {
  const [first, second, third] = ipaddr.process(address).toByteArray();
  return [first, second, third, 0].join('.');
}

const RAW_MASK = 'ipaddr.js alone, IPv4';
const OUR_MASK = 'maskIpAddress, IPv4';
const RAW_HASH = 'createHmac';
const RAW_HASH_AGAIN = 'createHmac, again';
const HIT = 'pseudonym, seen before';
const MISS = 'pseudonym, new';

/** What masking an address and hashing an account cost. */
export const PRIVACY: Part = {
  name: 'privacy',
  title: 'An address masked, an account hashed',
  measure: async (effort) => {
    const key = createSecretKey(randomBytes(32));
    const hot = Array.from({ length: HOT_IDS }, (_, index) => `account-${String(index)}`);
    const cold = Array.from({ length: 2 ** 14 }, (_, index) => `account-${String(index)}`);
    const hash = (id: string) => createHmac('sha256', key).update(id).digest('hex').slice(0, 16);
    const times = await interleave(
      [
        mask(RAW_MASK, maskWithLibrary),
        mask(OUR_MASK, maskIpAddress),
        pseudonym(RAW_HASH, hot, hash),
        pseudonym(RAW_HASH_AGAIN, hot, hash),
        pseudonym(HIT, hot, createPseudonymizer(key)),
        pseudonym(MISS, cold, createPseudonymizer(key)),
      ],
      effort,
    );
    return {
      rows: nanosecondRows(times, RAW_HASH),
      ratios: {
        'mask/ipaddr': ratioOf(times, OUR_MASK, RAW_MASK),
        'pseudonym hit/hmac': ratioOf(times, HIT, RAW_HASH),
        'pseudonym miss/hmac': ratioOf(times, MISS, RAW_HASH),
      },
      spread: spreadOf(times, RAW_HASH, RAW_HASH_AGAIN),
    };
  },
};
