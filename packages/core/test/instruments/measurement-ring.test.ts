import { OPERATION_DURATION, TOKEN_AGE } from '../../src/conventions';
import { ClosedHistogram } from '../../src/instruments/closed-histogram';
import { MeasurementRing } from '../../src/instruments/measurement-ring';

const DURATION = new ClosedHistogram(OPERATION_DURATION);
const AGE = new ClosedHistogram(TOKEN_AGE);

function drained(ring: MeasurementRing): unknown[] {
  const records: unknown[] = [];
  ring.drainTo(({ definition }) => ({
    record: (value, attributes) => records.push([definition.name, value, attributes]),
  }));
  return records;
}

describe('MeasurementRing', () => {
  it('replays values oldest first, each into its own histogram, and is empty then', () => {
    const ring = new MeasurementRing(4);
    ring.push(DURATION, DURATION.labels.cellOf('login', 'failure'), 0.25);
    ring.push(AGE, AGE.labels.cellOf('jwt'), 90);
    ring.push(DURATION, DURATION.labels.cellOf('login', 'success'), 0.125);

    expect(drained(ring)).toEqual([
      ['auth.operation.duration.seconds', 0.25, { operation: 'login', outcome: 'failure' }],
      ['auth.token.age.seconds', 90, { method: 'jwt' }],
      ['auth.operation.duration.seconds', 0.125, { operation: 'login', outcome: 'success' }],
    ]);
    expect(drained(ring)).toEqual([]);
  });

  it('is full at its capacity, and has room again when it was drained', () => {
    const ring = new MeasurementRing(2);
    ring.push(AGE, 0, 1);
    expect(ring.isFull).toBe(false);
    ring.push(AGE, 0, 2);
    expect(ring.isFull).toBe(true);

    drained(ring);

    expect(ring.isFull).toBe(false);
  });

  it('keeps what is pushed while it is being drained for the next time', () => {
    const ring = new MeasurementRing(4);
    ring.push(AGE, 0, 1);
    ring.drainTo(() => ({ record: () => ring.push(AGE, 0, 2) }));

    expect(drained(ring)).toEqual([['auth.token.age.seconds', 2, { method: 'jwt' }]]);
  });
});
