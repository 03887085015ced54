import fc, { type Arbitrary } from 'fast-check';

const SCHEMES = [
  'Bearer',
  'bearer',
  'Basic',
  'DPoP',
  'Digest',
  'ApiKey',
  'Negotiate',
  '',
  'Bearer,',
];

/** Bytes that a header can hold on the wire, as Node reads them: latin1 without line ends and NUL. */
const WIRE_TEXT: Arbitrary<string> = fc
  .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
  .map((text) => text.replace(/\x7f/g, ' '));

const TOKEN_LIKE: Arbitrary<string> = fc
  .array(fc.base64String({ maxLength: 60 }), { minLength: 1, maxLength: 5 })
  .map((segments) => segments.map((segment) => segment.replaceAll('=', '')).join('.'));

/** `Authorization` headers from nearly right to nonsense, some as long as Node lets through. */
export const AUTHORIZATION_TEXTS: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...SCHEMES),
    fc.constantFrom(' ', '  ', '\t', '', ','),
    fc.oneof(WIRE_TEXT, TOKEN_LIKE, fc.constantFrom('a'.repeat(7000), '.'.repeat(7000), 'null')),
  )
  .map((parts) => parts.join(''));

/** Addresses and lists of them, as forwarding headers hold them. */
export const ADDRESS_TEXTS: Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.ipV4(),
      fc.ipV4Extended(),
      fc.ipV6(),
      fc.ipV6().map((address) => `[${address}]:443`),
      fc.ipV4().map((address) => `for="${address}:80";proto=https`),
      fc.constantFrom('unknown', '_hidden', '::', '::ffff:1.2.3.4', '1.2.3.4%eth0', '999.1.1.1'),
      fc.string({ maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
    ),
    { maxLength: 5 },
  )
  .map((entries) => entries.join(', '));
