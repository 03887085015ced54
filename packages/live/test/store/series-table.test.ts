import { ATTEMPTS, OPERATION_DURATION } from '@authmeter/core/conventions';
import { PROJECTIONS, type Projection } from '../../src/store/projection';
import { keptAttributes } from '../../src/store/series-key';
import { SeriesTable, type Series } from '../../src/store/series-table';

const attempts = projectionOf(ATTEMPTS.name);
const durations = projectionOf(OPERATION_DURATION.name);

describe('SeriesTable', () => {
  it('gives a histogram a cell for each bucket and one for the sum', () => {
    const { table, made } = createTable(100);

    table.find(durations, { operation: 'login' }, [0.1, 1]);
    table.find(attempts, { outcome: 'success', method: 'jwt' });

    expect(made.map(({ id, firstCell }) => [id, firstCell])).toEqual([
      [0, 0],
      [1, 4],
    ]);
    expect(table.used).toBe(5);
  });

  it('finds what it made, whatever the order of the attributes was', () => {
    const { table, made } = createTable(100);
    const one = keptAttributes(attempts, { method: 'jwt', outcome: 'success' });
    const other = keptAttributes(attempts, { outcome: 'success', method: 'jwt' });

    expect(table.find(attempts, one)).toBe(table.find(attempts, other));
    expect(made).toHaveLength(1);
  });

  it('folds declared values into _OTHER when room gets short, and then counts what it has to leave out', () => {
    const { table } = createTable(10);
    for (let method = 0; method < 9; method += 1) {
      table.find(attempts, { outcome: 'success', method: `m${String(method)}` });
    }

    const folded = table.find(attempts, { outcome: 'success', method: 'm9' });
    const again = table.find(attempts, { outcome: 'success', method: 'm10' });
    const lost = table.find(attempts, { outcome: 'failure', method: 'm9' });

    expect(folded?.attributes).toEqual({ outcome: 'success', method: '_OTHER' });
    expect(again).toBe(folded);
    expect(lost).toBeUndefined();
    expect([table.used, table.folded, table.lost]).toEqual([10, 3, 1]);
  });
});

describe('keptAttributes', () => {
  it('keeps what is told apart, reads a Prometheus label too, and leaves out what is absent', () => {
    const given = { outcome: 'failure', error_type: 'unknown_key', reason: '', limiter: 'x' };

    expect(keptAttributes(attempts, given)).toEqual({
      outcome: 'failure',
      [ATTEMPTS.attributes[2].key]: 'unknown_key',
    });
  });

  it('lets nobody invent values of a closed list', () => {
    expect(
      keptAttributes(attempts, { outcome: 'maybe', reason: 'made up', method: 'own' }),
    ).toEqual({
      outcome: '_OTHER',
      reason: '_OTHER',
      method: 'own',
    });
  });
});

function createTable(cells: number): { table: SeriesTable; made: Series[] } {
  const made: Series[] = [];
  const table = new SeriesTable(cells, {
    openSlot: () => 0,
    onNew: (series) => {
      made.push(series);
    },
  });
  return { table, made };
}

function projectionOf(name: string): Projection {
  const projection = PROJECTIONS.get(name);
  if (projection === undefined) throw new Error(`${name} is not kept`);
  return projection;
}
