import type { Attributes } from '@opentelemetry/api';
import { LOCKOUTS, SESSIONS_ACTIVE } from '../../src/conventions';
import { ClosedCounter } from '../../src/instruments/closed-counter';
import { NO_CELL } from '../../src/instruments/label-axis';

type Added = readonly [amount: number, attributes: Attributes | undefined];

function flushed(counter: ClosedCounter): Added[] {
  const added: Added[] = [];
  counter.flushTo({ add: (amount, attributes) => added.push([amount, attributes]) });
  return added;
}

describe('ClosedCounter', () => {
  it('hands the sum of each cell over once, and nothing again', () => {
    const counter = new ClosedCounter(LOCKOUTS);
    const locked = counter.labels.cellOf('admin', 'locked');
    counter.add(locked);
    counter.add(locked, 4);
    counter.add(counter.labels.cellOf('customer', 'expired'));

    expect(flushed(counter)).toEqual([
      [5, { cause: 'admin', transition: 'locked' }],
      [1, { cause: 'customer', transition: 'expired' }],
    ]);
    expect(flushed(counter)).toEqual([]);
  });

  it('hands over only the cells that were added to since the last time', () => {
    const counter = new ClosedCounter(LOCKOUTS);
    counter.add(counter.labels.cellOf('admin', 'locked'));
    flushed(counter);
    counter.add(counter.labels.cellOf('customer', 'locked'));

    expect(flushed(counter)).toEqual([[1, { cause: 'customer', transition: 'locked' }]]);
  });

  it('hands over a cell whose amounts cancel out, as plain instruments would', () => {
    const counter = new ClosedCounter(SESSIONS_ACTIVE);
    const jwt = counter.labels.cellOf('jwt');
    counter.add(jwt, 1);
    counter.add(jwt, -1);

    expect(flushed(counter)).toEqual([[0, { method: 'jwt' }]]);
    expect(flushed(counter)).toEqual([]);
  });

  it('refuses values that belong to no cell', () => {
    const counter = new ClosedCounter(LOCKOUTS);

    expect(counter.add(counter.labels.cellOf('weather', 'locked'))).toBe(false);
    expect(counter.add(NO_CELL)).toBe(false);
    expect(flushed(counter)).toEqual([]);
  });

  it('starts the series that alerts select on at zero', () => {
    const counter = new ClosedCounter(LOCKOUTS);
    const started: Added[] = [];
    counter.startSeries({ add: (amount, attributes) => started.push([amount, attributes]) });

    expect(started).toHaveLength(15);
    expect(new Set(started.map(([amount]) => amount))).toEqual(new Set([0]));
  });
});
