import { Writable } from 'node:stream';
import fc from 'fast-check';
import { createAuditedMeter } from '../audited-meter';

/** What a sink does with a write. */
type Reaction = 'takes' | 'takes later' | 'fails';

const turn = fc.record({
  events: fc.nat({ max: 30 }),
  critical: fc.nat({ max: 3 }),
  reaction: fc.constantFrom<Reaction>('takes', 'takes later', 'fails'),
});

describe('whatever its sink does', () => {
  it('every event of an audit log is a line, or is counted as dropped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (turns) => {
        let written = 0;
        let reaction: Reaction = 'takes';
        const open = () =>
          new Writable({
            highWaterMark: 64,
            write: (chunk: Buffer, _encoding, done) => {
              const end = (): void => {
                if (reaction === 'fails') done(new Error('sink'));
                else {
                  written += chunk.toString().split('\n').length - 1;
                  done();
                }
              };
              if (reaction === 'takes later') setImmediate(end);
              else end();
            },
          });
        const audited = createAuditedMeter({ audit: { sink: open, maxQueue: 40 } });

        let told = 0;
        for (const { events, critical, reaction: next } of turns) {
          reaction = next;
          for (let count = 0; count < events; count += 1) audited.meter.record({ kind: 'logout' });
          for (let count = 0; count < critical; count += 1) {
            audited.meter.record({
              kind: 'security_event',
              event: 'brute_force',
              severity: 'critical',
            });
          }
          told += events + critical;
          await new Promise((resolve) => setImmediate(resolve));
        }
        reaction = 'takes';
        await audited.audit.shutdown(20);
        await new Promise((resolve) => setImmediate(resolve));

        expect(written + (await audited.dropped())).toBe(told);
      }),
      { numRuns: 60 },
    );
  });
});
