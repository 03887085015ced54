import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const ALGORITHM = 'ES256';

/** What cannot be done yet; `retryAfterSeconds` says when it can. */
export class TooEarly extends Error {
  constructor(retryAfterSeconds) {
    super('verifiers are not ready for it yet');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

async function makeKey() {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' };
  return { kid, jwk, privateKey, since: Date.now(), createdAtEpochSeconds: Date.now() / 1000 };
}

function requireAge(key, seconds) {
  const missing = seconds - (Date.now() - key.since) / 1000;
  if (missing > 0) throw new TooEarly(Math.ceil(missing));
}

/**
 * Signing keys that are exchanged with an overlap: publish, wait, promote, wait, retire. Held in memory here; a service
 * of several instances keeps them in a secret store that all of them read.
 *
 * @param cacheSeconds How long verifiers may keep the published keys.
 * @param tokenSeconds How long a token lives.
 */
export async function createKeyRing({ meter, cacheSeconds, tokenSeconds }) {
  const keys = { current: await makeKey(), next: undefined, previous: undefined };

  const tell = () => {
    for (const state of ['current', 'previous', 'next']) {
      const createdAtEpochSeconds = keys[state]?.createdAtEpochSeconds;
      meter.record({
        kind: 'credential_age',
        credentialType: 'signing_key',
        state,
        ...(createdAtEpochSeconds === undefined ? {} : { createdAtEpochSeconds }),
      });
    }
  };
  const rotate = (changed) => {
    Object.assign(keys, changed);
    keys.current.since = Date.now();
    meter.record({
      kind: 'credential_rotation',
      credentialType: 'signing_key',
      outcome: 'success',
    });
    tell();
  };
  tell();

  return {
    /** What verifiers may accept. */
    published: () => ({
      keys: [keys.current, keys.next, keys.previous]
        .filter((key) => key !== undefined)
        .map(({ jwk }) => jwk),
    }),
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: ALGORITHM, kid: keys.current.kid })
        .setIssuedAt()
        .setExpirationTime(`${tokenSeconds}s`)
        .sign(keys.current.privateKey),

    /** 1. Verifiers may learn the next key; nothing is signed with it. */
    async publish() {
      keys.next ??= await makeKey();
      tell();
    },
    /** 2. Signs with it, once every verifier's cache has run out; the old key goes on verifying. */
    promote() {
      if (keys.next === undefined) throw new TooEarly(cacheSeconds);
      requireAge(keys.next, cacheSeconds);
      rotate({ previous: keys.current, current: keys.next, next: undefined });
    },
    /** 3. Takes the old key away, once its last token has expired. */
    retire() {
      if (keys.previous === undefined) return;
      requireAge(keys.current, tokenSeconds);
      keys.previous = undefined;
      tell();
    },
    /** The key leaked: no overlap. Everybody has to log in again. */
    async withdraw() {
      rotate({ previous: undefined, current: await makeKey(), next: undefined });
    },
  };
}
