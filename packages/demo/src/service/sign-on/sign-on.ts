import type { AuthMeter } from '@authmeter/core';
import type { JSONWebKeySet, JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import type { DemoTime } from '../../time/demo-time';
import { ServiceError } from '../service-error';
import { COMPANY_AUDIENCE, issuerOf, REGIONS } from './company-provider';

/** How long keys are good before they are fetched again. */
const MOST_AGE_MILLISECONDS = 10 * 60_000;
/** An unknown key is looked for at the provider, but not for every token that names it. */
const COOLDOWN_MILLISECONDS = 10_000;
const ISSUERS = REGIONS.map(issuerOf);

/** How the shop relies on the company's identity provider. */
export interface SignOn {
  /** @throws what jose throws, or ServiceError `PROVIDER_UNAVAILABLE` */
  verify(token: string): Promise<JWTPayload>;
  /**
   * Whose code it is.
   *
   * @throws ServiceError `INVALID_CODE` or `PROVIDER_UNAVAILABLE`
   */
  redeem(code: string): Promise<string>;
  /** Where the provider can be asked for its keys. */
  readonly keysUrl: string;
  /** Ends the life of the keys that are known. */
  forgetKeys(): void;
}

interface KnownKeys {
  readonly set: JSONWebKeySet;
  readonly fetchedAt: number;
}

export function createSignOn(providerUrl: string, meter: AuthMeter, time: DemoTime): SignOn {
  const keysUrl = `${providerUrl}/jwks`;
  let known: KnownKeys | undefined;
  const fetchKeys = async (): Promise<KnownKeys> => {
    known = { set: (await ask(keysUrl)) as JSONWebKeySet, fetchedAt: time.epochMilliseconds() };
    return known;
  };
  const keysFor = async (kid: unknown): Promise<JSONWebKeySet> => {
    const age = known === undefined ? Infinity : time.epochMilliseconds() - known.fetchedAt;
    const holds = ({ set }: KnownKeys): boolean => set.keys.some((key) => key.kid === kid);
    if (known !== undefined && age < MOST_AGE_MILLISECONDS) {
      if (holds(known)) return told('hit', known);
      if (age < COOLDOWN_MILLISECONDS) return told('not_found', known);
    }
    try {
      const fetched = await fetchKeys();
      return told(holds(fetched) ? 'refreshed' : 'not_found', fetched);
    } catch (error) {
      meter.record({ kind: 'key_lookup', result: 'error' });
      throw error;
    }
  };
  const told = (result: 'hit' | 'refreshed' | 'not_found', { set }: KnownKeys): JSONWebKeySet => {
    meter.record({ kind: 'key_lookup', result });
    return set;
  };
  return {
    keysUrl,
    verify: async (token) => {
      const { createLocalJWKSet, decodeProtectedHeader, jwtVerify } = await import('jose');
      const keys = await keysFor(decodeProtectedHeader(token).kid);
      const options = { audience: COMPANY_AUDIENCE, issuer: ISSUERS };
      return (await jwtVerify(token, createLocalJWKSet(keys), options)).payload;
    },
    redeem: async (code) => {
      const body = new URLSearchParams({ grant_type: 'authorization_code', code });
      const { email } = (await ask(`${providerUrl}/token`, { method: 'POST', body })) as {
        email?: string;
      };
      if (email === undefined) throw new ServiceError('INVALID_CODE');
      return email;
    },
    forgetKeys: () => {
      known = undefined;
    },
  };
}

async function ask(url: string, init: RequestInit = {}): Promise<unknown> {
  try {
    return await (await fetch(url, init)).json();
  } catch (error) {
    throw new ServiceError('PROVIDER_UNAVAILABLE', { cause: error });
  }
}
