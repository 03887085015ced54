import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What an authenticator answers, as a browser sends it on. */
export interface AuthenticatorAnswer {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly clientExtensionResults: object;
  readonly response: Readonly<Record<string, unknown>>;
}

/** An authenticator in software: one credential on P-256, without attestation. Source: WebAuthn Level 3, section 6. */
export interface VirtualAuthenticator {
  readonly register: (challenge: string) => AuthenticatorAnswer;
  readonly logIn: (challenge: string) => AuthenticatorAnswer;
}

const USER_PRESENT_AND_VERIFIED = 0x05;
const HOLDS_CREDENTIAL = 0x40;
const AAGUID = Buffer.alloc(16);

/** Makes an authenticator that has met one site. */
export function createAuthenticator(origin: string): VirtualAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  let uses = 0;
  const clientData = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (flags: number): Buffer => {
    uses += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(uses);
    return Buffer.concat([digest(new URL(origin).hostname), Buffer.from([flags]), counter]);
  };
  const answer = (response: AuthenticatorAnswer['response']): AuthenticatorAnswer => {
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  };
  return {
    register: (challenge) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const data = Buffer.concat([
        authenticatorData(USER_PRESENT_AND_VERIFIED | HOLDS_CREDENTIAL),
        AAGUID,
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey(x, y),
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestationObject(data).toString('base64url'),
        transports: ['internal'],
      });
    },
    logIn: (challenge) => {
      const client = clientData('webauthn.get', challenge);
      const data = authenticatorData(USER_PRESENT_AND_VERIFIED);
      const signature = sign('sha256', Buffer.concat([data, digest(client)]), privateKey);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}

function digest(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** A key of ES256 in CBOR. Source: RFC 9053, section 7.1.1. */
function coseKey(x: string, y: string): Buffer {
  const coordinate = (value: string) => [0x58, 32, ...Buffer.from(value, 'base64url')];
  return Buffer.from([
    ...[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01],
    ...[0x21, ...coordinate(x)],
    ...[0x22, ...coordinate(y)],
  ]);
}

/** `{ fmt: 'none', attStmt: {}, authData }` in CBOR. */
function attestationObject(data: Buffer): Buffer {
  const text = (value: string) => Buffer.from([0x60 + value.length, ...Buffer.from(value)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x58, data.length]),
    data,
  ]);
}
