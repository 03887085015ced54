import type { AuthObservation, OAuthStepObservation } from '@authmeter/core';
import type { OAuthStep } from '@authmeter/core/conventions';
import type { PortalVisit, PortalVisitor } from './portal-visit';

const TOKEN_LIFETIME_SECONDS = 3600;
const STEPS_OF_A_SIGN_IN: readonly OAuthStep[] = ['start', 'callback', 'code_exchange', 'userinfo'];

const signInWith = (provider: string) => (visitor: PortalVisitor) => [
  ...STEPS_OF_A_SIGN_IN.map((step): OAuthStepObservation => ({
    kind: 'oauth_step',
    step,
    provider,
    outcome: 'success',
    ...subjectOf(visitor),
  })),
  { kind: 'login', method: 'oauth', outcome: 'success', ...subjectOf(visitor) } as const,
];

/** A request with a token of any age, which was issued at any time of its life. */
const useToken = (visitor: PortalVisitor): readonly AuthObservation[] => {
  const age = visitor.random() * TOKEN_LIFETIME_SECONDS;
  const issuedAtEpochSeconds = visitor.nowEpochSeconds - age;
  const expiresAtEpochSeconds = issuedAtEpochSeconds + TOKEN_LIFETIME_SECONDS;
  return [
    {
      kind: 'attempt',
      method: 'jwt',
      outcome: 'success',
      token: { issuedAtEpochSeconds, expiresAtEpochSeconds },
      ...subjectOf(visitor),
    },
  ];
};

/** People who mean well. */
export const EVERYDAY_VISITS: readonly PortalVisit[] = [
  { name: 'works', weight: 60, observe: useToken },
  { name: 'signs in with Acme', weight: 10, observe: signInWith('acme') },
  { name: 'signs in with Globex', weight: 6, observe: signInWith('globex') },
  {
    name: 'turns back at the consent page',
    weight: 2,
    observe: (visitor) => [
      {
        kind: 'oauth_step',
        step: 'start',
        provider: 'acme',
        outcome: 'success',
        ...subjectOf(visitor),
      },
      {
        kind: 'oauth_step',
        step: 'callback',
        provider: 'acme',
        outcome: 'failure',
        errorType: 'access_denied',
        ...subjectOf(visitor),
      },
    ],
  },
  {
    name: 'signs in with a passkey and a second factor',
    weight: 8,
    observe: (visitor) => [
      { kind: 'mfa_challenge', factor: 'totp', stage: 'issued', outcome: 'success' },
      { kind: 'mfa_challenge', factor: 'totp', stage: 'verified', outcome: 'success' },
      { kind: 'login', method: 'passkey', outcome: 'success', ...subjectOf(visitor) },
    ],
  },
  {
    name: 'mistypes the second factor',
    weight: 2,
    observe: (visitor) => [
      { kind: 'mfa_challenge', factor: 'totp', stage: 'issued', outcome: 'success' },
      {
        kind: 'mfa_challenge',
        factor: 'totp',
        stage: 'verified',
        outcome: 'failure',
        errorType: 'invalid_credentials',
        ...subjectOf(visitor),
      },
    ],
  },
  {
    name: 'looks around as a guest',
    weight: 8,
    observe: () => [
      { kind: 'guest', event: 'created' },
      { kind: 'guest', event: 'resumed' },
    ],
  },
  {
    name: 'becomes a customer',
    weight: 3,
    observe: (visitor) => [
      { kind: 'guest', event: 'converted' },
      { kind: 'registration', method: 'oauth', outcome: 'success', ...subjectOf(visitor) },
    ],
  },
  {
    name: 'was a guest too long ago',
    weight: 1,
    observe: () => [{ kind: 'guest', event: 'expired' }],
  },
  {
    name: 'stayed away too long',
    weight: 3,
    observe: (visitor) => [
      {
        kind: 'attempt',
        method: 'jwt',
        outcome: 'failure',
        errorType: 'expired_token',
        ...subjectOf(visitor),
      },
    ],
  },
];

/** Who it was, and from where. */
export function subjectOf({ sourceAddress, accountId }: PortalVisitor) {
  return { sourceAddress, accountId };
}
