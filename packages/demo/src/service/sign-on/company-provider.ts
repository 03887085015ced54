import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { sign } from 'jsonwebtoken';
import type { DemoTime } from '../../time/demo-time';
import { listenOnLoopback, type Listening } from '../listen-on-loopback';
import { createSecret } from '../secret';
import { generateKey, type SigningKey } from '../tokens/signing-keys';

export const COMPANY_AUDIENCE = 'https://api.shop.example';
/** Where tokens come from; each region signs with a key of its own. */
export const REGIONS = ['emea', 'amer', 'apac'] as const;
export type Region = (typeof REGIONS)[number];
export const issuerOf = (region: Region): string => `https://${region}.sso.example`;

/** How long whoever asks for keys, or redeems a code, waits for nothing during an outage. */
const SILENCE_MILLISECONDS = { '/jwks': 2000, '/token': 5000 };

/** A token to be issued. Instants are epoch seconds. */
export interface CompanyToken {
  readonly subject: string;
  readonly issuedAtEpochSeconds: number;
  readonly expiresAtEpochSeconds: number;
}

/** The company's identity provider: a server of its own, where mistakes and outages happen. */
export interface CompanyProvider extends Listening {
  issueToken(region: Region, token: CompanyToken): string;
  /** A code that can be redeemed once, for somebody who has signed on. */
  giveCode(email: string): string;
  /** Signs with a new key from now on and forgets to publish it. */
  rotateWithoutPublishing(region: Region): void;
  /** Answers nobody any more, or works again. */
  setDown(isDown: boolean): void;
}

export async function startCompanyProvider(time: DemoTime): Promise<CompanyProvider> {
  const signing = new Map(REGIONS.map((region) => [region, generateKey()] as const));
  const published = [...signing.values()];
  const emailOfCode = new Map<string, string>();
  let isDown = false;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url === '/token' ? '/token' : '/jwks';
    if (isDown) {
      await time.sleep(SILENCE_MILLISECONDS[path]);
      request.socket.destroy();
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    if (path === '/jwks') {
      response.end(JSON.stringify({ keys: published.map(publicHalf) }));
      return;
    }
    const code = new URLSearchParams(await text(request)).get('code') ?? '';
    const email = emailOfCode.get(code);
    emailOfCode.delete(code);
    if (email === undefined) response.writeHead(400).end('{"error":"invalid_grant"}');
    else response.end(JSON.stringify({ email }));
  };
  const server = createServer((request, response) => void answer(request, response));
  return {
    ...(await listenOnLoopback(server, [0])),
    issueToken: (region, { subject, issuedAtEpochSeconds, expiresAtEpochSeconds }) => {
      const { privateKey, kid } = signing.get(region) ?? generateKey();
      const claims = {
        sub: subject,
        iss: issuerOf(region),
        aud: COMPANY_AUDIENCE,
        iat: issuedAtEpochSeconds,
        exp: expiresAtEpochSeconds,
        jti: randomUUID(),
      };
      return sign(claims, privateKey, { algorithm: 'ES256', keyid: kid });
    },
    giveCode: (email) => {
      const code = createSecret();
      emailOfCode.set(code, email);
      return code;
    },
    rotateWithoutPublishing: (region) => {
      signing.set(region, generateKey());
    },
    setDown: (down) => {
      isDown = down;
    },
  };
}

function publicHalf({ kid, publicKey }: SigningKey): object {
  return { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
}
