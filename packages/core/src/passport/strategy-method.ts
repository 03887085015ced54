import type { AuthMethod } from '../conventions';
import type { VerdictFacts } from '../exchange/exchange-facts';

/** What a strategy is called says what it authenticates with. */
const METHOD_OF_NAME: Readonly<Partial<Record<string, AuthMethod>>> = {
  jwt: 'jwt',
  local: 'password',
  bearer: 'oauth',
  basic: 'basic',
  headerapikey: 'api_key',
  localapikey: 'api_key',
  saml: 'saml',
  openidconnect: 'oidc',
  ldapauth: 'ldap',
  anonymous: 'guest',
};

/** Strategies called after their provider are known by the client that they hold. */
const METHOD_OF_PART: readonly (readonly [part: string, method: AuthMethod])[] = [
  ['_oauth2', 'oauth'],
  ['_oauth', 'oauth'],
  ['_issuer', 'oidc'],
];

/** What a passport strategy authenticates with; nothing where it cannot be told. */
export function factsOfStrategy(strategy: { readonly name?: unknown }): VerdictFacts {
  const { name } = strategy;
  const named = typeof name === 'string' ? METHOD_OF_NAME[name] : undefined;
  const method = named ?? METHOD_OF_PART.find(([part]) => part in strategy)?.[1];
  return method === undefined ? {} : { method };
}
