import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { verify, type JwtPayload } from 'jsonwebtoken';
import type { ContractClaims, ContractRequest } from './contract-route';
import { AUDIENCE, KEY_SET, REVOKED_ID, SECRET } from './tokens';

const CLOSED_PORT = 1;

/** The token of a request; undefined when it presents none. */
export function bearerToken({ authorization = '' }: IncomingHttpHeaders): string | undefined {
  const [scheme, token] = authorization.split(' ');
  return scheme === 'Bearer' ? token : undefined;
}

/** A refusal with the code and status that express-jwt and its kin give it. */
export function unauthorized(code: string, status = 401): Error {
  return Object.assign(new Error(code), { name: 'UnauthorizedError', code, status });
}

/** Verifies the token of a request with jsonwebtoken. */
export function authenticate({ headers }: ContractRequest): ContractClaims {
  if (headers.authorization === undefined) throw unauthorized('credentials_required');
  const token = bearerToken(headers);
  if (token === undefined) throw unauthorized('credentials_bad_scheme');
  const claims = verifyToken(token);
  if (claims.jti === REVOKED_ID) throw unauthorized('revoked_token');
  return claims;
}

/** @throws what jsonwebtoken throws. */
export function verifyToken(token: string): ContractClaims & JwtPayload {
  return verify(token, SECRET, { algorithms: ['HS256'], audience: AUDIENCE }) as ContractClaims &
    JwtPayload;
}

/** Verifies the token of a request with jose and a key set. */
export async function authenticateByKeySet({ headers }: ContractRequest): Promise<ContractClaims> {
  const { createLocalJWKSet, jwtVerify } = await import('jose');
  const keys = createLocalJWKSet(KEY_SET);
  const { payload } = await jwtVerify(bearerToken(headers) ?? '', keys, { audience: AUDIENCE });
  return { sub: payload.sub ?? '' };
}

/** Asks a database that is down. */
export async function askDatabase(): Promise<never> {
  await once(connect(CLOSED_PORT, '127.0.0.1'), 'connect');
  throw new Error('nothing listens there');
}
