import { defineEvents } from './audit-event-definition';
import { DETAIL_ATTRIBUTES } from './event-attributes';

const { method, tokenType, grantType, endCause } = DETAIL_ATTRIBUTES;

/** Why a token was past its lifetime is the same story wherever it was presented. */
const EXPIRED = { errorType: 'expired_token' } as const;

/** What happened to tokens and sessions. An expired token is no refused login: it is told as itself. */
export const TOKEN_EVENTS = defineEvents([
  {
    name: 'auth.token.expired',
    severity: 'INFO',
    meaning: 'A token was presented after its end.',
    sources: [
      { kind: 'attempt', where: EXPIRED },
      { kind: 'token_refresh', where: EXPIRED },
      { kind: 'token_validation', where: EXPIRED, standalone: true },
      { kind: 'error', where: { operation: 'token_validate', ...EXPIRED } },
    ],
    attributes: [method, tokenType],
    retention: 'authentication',
    isFloodable: true,
    ecs: { kind: 'event', category: ['authentication'], type: ['info'], outcome: 'failure' },
    ocsf: {
      activity: 'other',
      activityName: 'Token Expired',
      status: 'failure',
      severity: 'informational',
    },
  },
  {
    name: 'auth.token.issued',
    severity: 'INFO',
    meaning: 'A token was issued.',
    sources: [{ kind: 'token_issuance' }],
    attributes: [tokenType, grantType],
    retention: 'authentication',
    isFloodable: false,
    owasp: 'authn_token_created',
    ecs: { kind: 'event', category: ['authentication'], type: ['info'], outcome: 'success' },
    ocsf: {
      activity: 'other',
      activityName: 'Token Issue',
      status: 'success',
      severity: 'informational',
    },
  },
  {
    name: 'auth.token.revoked',
    severity: 'INFO',
    meaning: 'A token was withdrawn.',
    sources: [{ kind: 'token_revocation' }],
    attributes: [tokenType, endCause],
    retention: 'authentication',
    isFloodable: false,
    owasp: 'authn_token_revoked',
    ecs: { kind: 'event', category: ['authentication'], type: ['info'], outcome: 'success' },
    ocsf: {
      activity: 'other',
      activityName: 'Token Revocation',
      status: 'success',
      severity: 'informational',
    },
  },
  {
    name: 'auth.token.refresh_failure',
    severity: 'WARN',
    meaning: 'A refresh of a token was refused.',
    sources: [{ kind: 'token_refresh', where: { outcome: 'failure' } }],
    attributes: [],
    retention: 'authentication',
    isFloodable: true,
    ecs: { kind: 'event', category: ['authentication'], type: ['info'], outcome: 'failure' },
    ocsf: {
      activity: 'other',
      activityName: 'Token Refresh',
      status: 'failure',
      severity: 'low',
    },
  },
  {
    name: 'session.start',
    severity: 'INFO',
    meaning: 'A session began.',
    sources: [{ kind: 'session', where: { change: 'started' } }],
    attributes: [method],
    retention: 'authentication',
    isFloodable: false,
    owasp: 'session_created',
    ecs: { kind: 'event', category: ['session'], type: ['start'], outcome: 'success' },
    ocsf: {
      activity: 'other',
      activityName: 'Session Start',
      status: 'success',
      severity: 'informational',
    },
  },
  {
    name: 'session.end',
    severity: 'INFO',
    meaning: 'A session ended.',
    sources: [{ kind: 'session', where: { change: 'ended' } }],
    attributes: [method, endCause],
    retention: 'authentication',
    isFloodable: false,
    owasp: 'session_expired',
    ecs: { kind: 'event', category: ['session'], type: ['end'], outcome: 'success' },
    ocsf: { activity: 'logoff', status: 'success', severity: 'informational' },
  },
]);
