import type { AuthMeter } from '@authmeter/core';
import type { GrantType } from '@authmeter/core/conventions';
import { decode, sign, verify, type JwtPayload } from 'jsonwebtoken';
import type { Account, Role } from '../accounts/accounts';
import { ServiceError } from '../service-error';
import type { SigningKeys } from './signing-keys';

export const ACCESS_TOKEN_ALGORITHM = 'ES256';
export const ACCESS_TOKEN_ISSUER = 'https://shop.example';
export const ACCESS_TOKEN_AUDIENCE = 'https://api.shop.example';
export const ACCESS_TOKEN_LIFETIME_SECONDS = 15 * 60;

/** What an access token of the service says. */
export interface AccessClaims extends JwtPayload {
  readonly sub: string;
  /** The session that it belongs to. */
  readonly sid: string;
  readonly role: Role;
}

/** Short-lived tokens that every API route accepts. */
export interface AccessTokens {
  issue(account: Pick<Account, 'id' | 'role'>, sessionId: string, grantType: GrantType): string;
  /** @throws JsonWebTokenError, or ServiceError `UNKNOWN_KEY` */
  verify(token: string): AccessClaims;
}

export function createAccessTokens(keys: SigningKeys, meter: AuthMeter): AccessTokens {
  return {
    issue: ({ id, role }, sessionId, grantType) => {
      const { kid, privateKey } = keys.current();
      const token = sign({ sid: sessionId, role }, privateKey, {
        algorithm: ACCESS_TOKEN_ALGORITHM,
        keyid: kid,
        subject: id,
        issuer: ACCESS_TOKEN_ISSUER,
        audience: ACCESS_TOKEN_AUDIENCE,
        expiresIn: ACCESS_TOKEN_LIFETIME_SECONDS,
      });
      meter.record({ kind: 'token_issuance', tokenType: 'access', grantType, accountId: id });
      return token;
    },
    verify: (token) => {
      const header = decode(token, { complete: true })?.header;
      const key = header === undefined ? keys.current() : keys.find(header.kid);
      if (key === undefined) throw new ServiceError('UNKNOWN_KEY');
      return verify(token, key.publicKey, {
        algorithms: [ACCESS_TOKEN_ALGORITHM],
        issuer: ACCESS_TOKEN_ISSUER,
        audience: ACCESS_TOKEN_AUDIENCE,
      }) as AccessClaims;
    },
  };
}
