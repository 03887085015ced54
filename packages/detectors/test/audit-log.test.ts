import { Writable } from 'node:stream';
import { createAuditLog } from '@authmeter/audit';
import { createDetectingMeter } from './detecting-meter';

const ACTION = 'account_locked';

interface Line {
  readonly event_name: string;
  readonly severity_text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

describe('the audit log', () => {
  it('has one event of each attack, and one of its end, with masked source and hashed account', async () => {
    const lines: Line[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        const written = chunk.toString().trim().split('\n');
        lines.push(...written.map((line) => JSON.parse(line) as Line));
        done();
      },
    });
    const audit = createAuditLog({ sink: () => sink, actions: [ACTION] });
    const { fail, wait } = createDetectingMeter(
      { actions: [ACTION], onDetection: ({ phase }) => (phase === 'started' ? ACTION : undefined) },
      { observers: [audit] },
    );
    fail({ accountId: 'alice', sourceAddress: '203.0.113.9' }, 40, 2);
    wait(700);
    await audit.shutdown();

    const attacks = lines.filter(({ event_name: name }) => name.startsWith('auth.attack.'));
    const subject = { 'client.address': '203.0.113.0', 'user.hash': 'bc9aad372c144188' };
    expect(attacks).toMatchObject([
      {
        event_name: 'auth.attack.suspected',
        severity_text: 'ERROR',
        attributes: {
          ...subject,
          kind: 'brute_force',
          failed_attempts: 15,
          window_seconds: 300,
          action: ACTION,
        },
      },
      {
        event_name: 'auth.attack.ended',
        severity_text: 'INFO',
        attributes: { ...subject, kind: 'brute_force', failed_attempts: 40, window_seconds: 300 },
      },
    ]);
    expect(attacks[1]?.attributes['detection_id']).toBe(attacks[0]?.attributes['detection_id']);
    expect(attacks[1]?.attributes).not.toHaveProperty('action');
  });
});
