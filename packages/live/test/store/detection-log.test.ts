import {
  ATTEMPTS,
  LOCKOUTS,
  LOGINS,
  SECURITY_EVENTS_DETECTED,
  SOURCE_FAILURES,
} from '@authmeter/core/conventions';
import { DetectionLog } from '../../src/store/detection-log';
import { createStore } from '../findings/support';

const DETECTED = {
  definition: SECURITY_EVENTS_DETECTED,
  attributes: { event: 'brute_force', severity: 'critical' },
  value: 1,
};

describe('the log of detections', () => {
  it('tells an event with what the minute before it held', () => {
    const { store, run, now } = createStore();
    const log = new DetectionLog(1);
    const traffic = [
      {
        definition: ATTEMPTS,
        attributes: { outcome: 'failure', reason: 'invalid_credentials' },
        value: 30,
      },
      { definition: ATTEMPTS, attributes: { outcome: 'success' }, value: 10 },
      {
        definition: LOGINS,
        attributes: { outcome: 'failure', reason: 'invalid_credentials' },
        value: 20,
      },
      { definition: SOURCE_FAILURES, attributes: { ip_address: '203.0.113.0' }, value: 27 },
      { definition: SOURCE_FAILURES, attributes: { ip_address: 'other' }, value: 3 },
    ];

    run(20, ...traffic);
    log.note(store, now());
    expect(log.all).toEqual([]);
    run(1, ...traffic, DETECTED);
    log.note(store, now());

    expect(log.all).toEqual([
      {
        id: 0,
        slot: 20,
        kind: 'security',
        at: 210_000,
        count: 1,
        attributes: { event: 'brute_force', severity: 'critical' },
        evidence: {
          seconds: 60,
          attempts: 240,
          failures: 180,
          logins: 120,
          failedLogins: 120,
          topSource: { key: '203.0.113.0', count: 162 },
          effectiveSources: 1 / (0.9 ** 2 + 0.1 ** 2),
          effectiveAccounts: 0,
        },
      },
    ]);
  });

  it('leaves out who it was while most of them are not counted yet', () => {
    const { store, run, now } = createStore();
    const log = new DetectionLog(1);
    const failed = { outcome: 'failure', reason: 'invalid_credentials' };
    run(
      3,
      { definition: ATTEMPTS, attributes: failed, value: 18 },
      { definition: SOURCE_FAILURES, attributes: { ip_address: '203.0.113.0' }, value: 1 },
    );
    run(1, DETECTED);
    log.note(store, now());

    const { evidence } = log.all[0] ?? {};
    expect(evidence).toMatchObject({ failures: 54, effectiveSources: 0 });
    expect(evidence).not.toHaveProperty('topSource');
  });

  it('tells lockouts too, and keeps the newest hundred', () => {
    const { store, run, now } = createStore();
    const log = new DetectionLog(1);

    for (let step = 0; step < 60; step += 1) {
      run(1, DETECTED, {
        definition: LOCKOUTS,
        attributes: { cause: 'max_retries', transition: 'locked' },
        value: 2,
      });
      log.note(store, now());
    }

    expect(log.all).toHaveLength(100);
    expect(log.all.at(-1)).toMatchObject({ id: 119, kind: 'lockout', count: 2 });
  });
});
