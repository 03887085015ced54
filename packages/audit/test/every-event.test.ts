import { pseudonymize, type AuthObservation } from '@authmeter/core';
import { AUDIT_EVENTS } from '@authmeter/core/conventions';
import { createAuditedMeter, KEYED, USER_ID_KEY } from './audited-meter';
import { EVENT_SOURCES, SUBJECT, WRONG } from './event-sources';

const SUBJECT_ATTRIBUTES = {
  'client.address': '203.0.113.0',
  'user.hash': pseudonymize('u-1', USER_ID_KEY),
  'session.id': expect.stringMatching(/^[\da-f]{16}$/),
  'http.route': '/things/:id',
};

/** Observations that are metrics and no events. */
const SILENT: readonly AuthObservation[] = [
  { kind: 'attempt', outcome: 'success', method: 'jwt' },
  { kind: 'token_validation', outcome: 'success' },
  { kind: 'token_validation', ...WRONG },
  { kind: 'token_refresh', outcome: 'success' },
  { kind: 'token_use', token: {}, method: 'jwt' },
  { kind: 'oauth_step', step: 'start', ...WRONG },
  { kind: 'mfa_challenge', factor: 'sms', stage: 'issued', outcome: 'failure' },
  { kind: 'mfa_challenge', factor: 'sms', stage: 'abandoned', outcome: 'failure' },
  { kind: 'password_reset', event: 'email_sent' },
  { kind: 'password_reset', event: 'expired' },
  { kind: 'password_hash', algorithm: 'argon2', operation: 'verify', durationSeconds: 0.1 },
  { kind: 'error', operation: 'token_issue', errorType: 'internal_error' },
  { kind: 'guest', event: 'created' },
  { kind: 'authorization', outcome: 'success' },
  { kind: 'rate_limit', result: 'allowed' },
  { kind: 'credential_rotation', credentialType: 'signing_key', outcome: 'failure' },
  { kind: 'credential_age', credentialType: 'api_key', state: 'current', createdAtEpochSeconds: 1 },
  { kind: 'key_lookup', result: 'error' },
  { kind: 'dependency_check', dependency: 'database', up: false },
  { kind: 'instrumentation_failure', component: 'live' },
  { kind: 'dropped_events', component: 'live', count: 1 },
];

describe('every audit event', () => {
  it.each(EVENT_SOURCES)('%s comes from %j', async (name, observation, attributes) => {
    const { meter, records } = createAuditedMeter({
      audit: { actions: ['account_locked'] },
      meter: { ...KEYED, limiters: ['login'], policies: ['admin'] },
    });
    meter.record({ ...observation, ...SUBJECT });

    const definition = AUDIT_EVENTS.find((event) => event.name === name);
    expect((await records()).map(({ eventName, attributes }) => [eventName, attributes])).toEqual([
      [name, { ...SUBJECT_ATTRIBUTES, ...attributes }],
    ]);
    expect((await records())[0]).toMatchObject({
      severityText: definition?.severity,
      body: definition?.meaning,
    });
  });

  it('is one of these, but for the summary of the audit log itself', () => {
    const named = new Set(EVENT_SOURCES.map(([name]) => name));
    const others = AUDIT_EVENTS.map(({ name }) => name).filter((name) => !named.has(name));

    expect(others).toEqual(['auth.audit.suppressed']);
  });

  it('has each of its sources here', () => {
    const sources = AUDIT_EVENTS.reduce((sum, { sources }) => sum + sources.length, 0);

    expect(EVENT_SOURCES).toHaveLength(sources);
  });

  it.each(SILENT)('does not come from %j', async (observation) => {
    const { meter, records } = createAuditedMeter();
    meter.record(observation);

    expect(await records()).toEqual([]);
  });
});
