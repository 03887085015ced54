import { tablePanel, UNITS } from '../../src/grafana';

const AT = { x: 0, y: 0, w: 12, h: 8 };
const COUNT = { title: 'Count', expr: 'count by (a) (x)', unit: UNITS.count } as const;
const RATE = { title: 'Now', expr: 'rate by (a) (x)', unit: UNITS.perSecond } as const;

function build(values: Parameters<typeof tablePanel>[0]['values']) {
  const draft = tablePanel({
    title: 'Top',
    description: 'Who.',
    width: 12,
    labels: [{ label: 'a', title: 'Letter', links: [{ title: 'More', url: '/d/x' }] }],
    values,
  });
  return draft.place(1, AT).build();
}

describe('tablePanel', () => {
  it('joins its queries by label, and names and orders the columns', () => {
    const { transformations, targets } = build([COUNT, RATE]);

    expect(transformations).toEqual([
      { id: 'merge', options: {} },
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true },
          indexByName: { a: 0, 'Value #A': 1, 'Value #B': 2 },
          renameByName: { a: 'Letter', 'Value #A': 'Count', 'Value #B': 'Now' },
        },
      },
    ]);
    expect(targets).toEqual([
      expect.objectContaining({ refId: 'A', instant: true, format: 'table' }),
      expect.objectContaining({ refId: 'B', instant: true, format: 'table' }),
    ]);
  });

  it('calls the value of a single query as Grafana does', () => {
    expect(build([COUNT]).transformations?.[1]?.options.renameByName).toEqual({
      a: 'Letter',
      Value: 'Count',
    });
  });

  it('gives each column its unit, its limits and its links', () => {
    const limits = { bad: 'above', limits: [{ value: 10, severity: 'critical' }] } as const;

    const { fieldConfig, options } = build([COUNT, { ...RATE, decimals: 1, limits }]);

    expect(fieldConfig?.overrides).toEqual([
      {
        matcher: { id: 'byName', options: 'Count' },
        properties: [{ id: 'unit', value: 'none' }],
      },
      {
        matcher: { id: 'byName', options: 'Now' },
        properties: [
          { id: 'unit', value: 'cps' },
          { id: 'decimals', value: 1 },
          {
            id: 'thresholds',
            value: {
              mode: 'absolute',
              steps: [
                { value: null, color: 'green' },
                { value: 10, color: 'red' },
              ],
            },
          },
          { id: 'custom.cellOptions', value: { type: 'color-text' } },
        ],
      },
      {
        matcher: { id: 'byName', options: 'Letter' },
        properties: [{ id: 'links', value: [{ title: 'More', url: '/d/x', targetBlank: true }] }],
      },
    ]);
    expect(options).toMatchObject({ sortBy: [{ displayName: 'Count', desc: true }] });
  });
});
