import { isIP } from 'node:net';
import { clientAddress, maskIpAddress, type ForwardingHeader } from '@authmeter/core';
import fc from 'fast-check';
import { ADDRESS_TEXTS } from '../inputs/header-texts';
import { HOSTILE_VALUES, type MakeValue } from '../inputs/hostile-values';
import { defineTarget } from '../target';

/** A whole IPv4 /24, a whole IPv6 /48, or the word for anything else. */
const MASKED = /^(?:\d{1,3}\.\d{1,3}\.\d{1,3}\.0|[\da-f:]*::|unknown)$/;

/** What a socket and a header tell. */
interface Told {
  readonly makeRemote: MakeValue;
  readonly header: string | string[];
  readonly trustedHops: number;
  readonly name: ForwardingHeader;
}

/** Addresses as sockets and forwarding headers tell them. */
export const ADDRESSES = defineTarget({
  name: 'addresses',
  promise: 'whatever a header says, what leaves is a masked address or the word unknown',
  start: () =>
    Promise.resolve({
      inputs: fc.record({
        makeRemote: fc.oneof(
          ADDRESS_TEXTS.map((text) => () => text),
          HOSTILE_VALUES,
        ),
        header: fc.oneof(ADDRESS_TEXTS, fc.array(ADDRESS_TEXTS, { maxLength: 3 })),
        trustedHops: fc.nat({ max: 6 }),
        name: fc.constantFrom('x-forwarded-for' as const, 'forwarded' as const),
      }),
      attempt: ({ makeRemote, header, trustedHops, name }: Told) => {
        const remoteAddress = makeRemote();
        const source = { remoteAddress: remoteAddress as string, headers: { [name]: header } };
        const address = clientAddress(source, { trustedHops, header: name });
        for (const masked of [maskIpAddress(address), maskIpAddress(remoteAddress)]) {
          if (!MASKED.test(masked)) throw new Error(`${masked} is not masked`);
          if (masked !== 'unknown' && isIP(masked) === 0) throw new Error(`${masked} is none`);
        }
      },
    }),
});
