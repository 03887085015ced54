import { subjectOf } from './everyday-visits';
import type { PortalVisit } from './portal-visit';

const ATTACKER_ADDRESS = '203.0.113.66';
const VICTIM = 'the-only-admin';
const ATTACK_WINDOW_SECONDS = 60;
const FAILURES_BEFORE_IT_IS_AN_ATTACK = 20;

/** One address tries one account again and again; the detector notices now and then. */
export const BRUTE_FORCE: readonly PortalVisit[] = [
  {
    name: 'guesses a password',
    weight: 300,
    observe: () => [
      {
        kind: 'login',
        method: 'password',
        outcome: 'failure',
        errorType: 'invalid_credentials',
        sourceAddress: ATTACKER_ADDRESS,
        accountId: VICTIM,
      },
    ],
  },
  {
    name: 'is noticed',
    weight: 1,
    observe: () => [
      {
        kind: 'security_event',
        event: 'brute_force',
        severity: 'critical',
        failedAttempts: FAILURES_BEFORE_IT_IS_AN_ATTACK,
        windowSeconds: ATTACK_WINDOW_SECONDS,
        sourceAddress: ATTACKER_ADDRESS,
        accountId: VICTIM,
      },
    ],
  },
];

/** A provider signs with a key that it did not publish. */
export const KEY_MISTAKE: readonly PortalVisit[] = [
  {
    name: 'brings a token of the new key',
    weight: 1,
    observe: (visitor) => [
      { kind: 'key_lookup', result: 'not_found' },
      {
        kind: 'attempt',
        method: 'jwt',
        outcome: 'failure',
        errorType: 'unknown_key',
        ...subjectOf(visitor),
      },
    ],
  },
];

/** The identity provider does not answer. */
export const OUTAGE: readonly PortalVisit[] = [
  {
    name: 'cannot be judged',
    weight: 3,
    observe: (visitor) => [
      {
        kind: 'oauth_step',
        step: 'code_exchange',
        provider: 'acme',
        outcome: 'failure',
        errorType: 'dependency_error',
      },
      {
        kind: 'attempt',
        method: 'oauth',
        outcome: 'failure',
        errorType: 'dependency_error',
        ...subjectOf(visitor),
      },
    ],
  },
  {
    name: 'is checked',
    weight: 1,
    observe: () => [
      { kind: 'dependency_check', dependency: 'identity_provider', up: false, durationSeconds: 2 },
    ],
  },
];

/** What goes wrong once in a while on every day. */
export const ODDITIES: readonly PortalVisit[] = [
  {
    name: 'has a clock that runs ahead',
    weight: 1,
    observe: (visitor) => [
      {
        kind: 'attempt',
        method: 'jwt',
        outcome: 'failure',
        errorType: 'token_not_yet_valid',
        ...subjectOf(visitor),
      },
    ],
  },
  {
    name: 'is no guest any more',
    weight: 1,
    observe: () => [{ kind: 'guest', event: 'rejected' }],
  },
  {
    name: 'is checked',
    weight: 2,
    observe: ({ random }) => [
      {
        kind: 'dependency_check',
        dependency: 'identity_provider',
        up: true,
        durationSeconds: 0.02 + 0.05 * random(),
      },
    ],
  },
  {
    name: 'finds the audit log busy',
    weight: 1,
    observe: () => [{ kind: 'dropped_events', component: 'audit', count: 1 }],
  },
];
