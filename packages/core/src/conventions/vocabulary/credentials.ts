export const CREDENTIAL_TYPES = [
  'signing_key',
  'api_key',
  'client_secret',
  'password',
  'certificate',
] as const;
export type CredentialType = (typeof CREDENTIAL_TYPES)[number];

export const CREDENTIAL_STATES = ['current', 'previous', 'next'] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

export const KEY_LOOKUP_RESULTS = ['hit', 'miss', 'refreshed', 'not_found', 'error'] as const;
export type KeyLookupResult = (typeof KEY_LOOKUP_RESULTS)[number];
