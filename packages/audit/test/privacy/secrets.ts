import fc from 'fast-check';
import { sign } from 'jsonwebtoken';

export const SIGNING_KEY = 'the key that this service signs its tokens with';

/** What a service is entrusted with and nobody else may see. */
export interface Secrets {
  readonly password: string;
  readonly apiKey: string;
  readonly email: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly code: string;
  readonly resetToken: string;
  readonly address: string;
  /** Tokens that hold all of it in their claims. */
  readonly validToken: string;
  readonly expiredToken: string;
  readonly forgedToken: string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** At least three digits, as ids and tokens have. */
const unguessable = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 14, maxLength: 40 }),
    fc.integer({ min: 100, max: 999 }),
  )
  .map(([text, number]) => `${text}${String(number)}`);

export const secretsArbitrary: fc.Arbitrary<Secrets> = fc
  .record({
    password: unguessable.map((text) => `${text}!"\\é`),
    apiKey: unguessable,
    email: unguessable.map((text) => `${text}@example.com`),
    accountId: fc.oneof(unguessable, fc.uuid()),
    sessionId: unguessable,
    code: unguessable,
    resetToken: unguessable,
    address: fc.integer({ min: 1, max: 254 }).map((last) => `198.51.100.${String(last)}`),
  })
  .map((secrets) => {
    const claims = { sub: secrets.accountId, email: secrets.email, sid: secrets.sessionId };
    return {
      ...secrets,
      validToken: sign(claims, SIGNING_KEY, { expiresIn: 60 }),
      expiredToken: sign(claims, SIGNING_KEY, { expiresIn: -60 }),
      forgedToken: sign(claims, 'some other key'),
    };
  });

const PREFIX_CHARACTERS = 10;

/** The secrets that a text gives away, or a beginning of them that is long enough to find them by. */
export function leaksIn(text: string, secrets: Secrets): readonly string[] {
  return Object.entries(secrets).flatMap(([name, secret]: [string, string]) => {
    const isAddress = name === 'address';
    const beginning = isAddress ? secret : secret.slice(0, PREFIX_CHARACTERS);
    const found = isAddress
      ? new RegExp(`${secret.replaceAll('.', '\\.')}(?!\\d)`).test(text)
      : text.includes(beginning);
    return found ? [`${name}: ${excerpt(text, beginning)}`] : [];
  });
}

function excerpt(text: string, secret: string): string {
  const position = text.indexOf(secret);
  return text.slice(Math.max(0, position - 60), position + 60);
}

/** An error that carries everything that libraries are known to hang on errors. */
export function tellingError(secrets: Secrets): Error {
  const said = Object.values(secrets).join(' ');
  const error = Object.assign(new Error(`Login of ${said} failed`, { cause: new Error(said) }), {
    name: secrets.password,
    code: secrets.apiKey,
    type: secrets.email,
    error: secrets.code,
    error_description: said,
    response: { status: 401, headers: { authorization: secrets.validToken }, data: said },
    body: { ...secrets },
    payload: { ...secrets },
    user: { ...secrets },
    config: { url: `https://example.com/?token=${secrets.resetToken}` },
  });
  return new AggregateError([error, new Error(said)], said, { cause: error });
}
