import type { Dashboard, Panel } from '../../grafana/read-dashboard.mjs';
import type { DashboardAnswers, Series } from '../../pictures/answers.mjs';

const RANGE = { start: 1_700_000_000, end: 1_700_000_600, step: 60 };

function panelOf(type: string, changes: Partial<Panel> = {}): Panel {
  return {
    id: 1,
    type,
    title: 'Failures & more',
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    targets: [{ refId: 'A', expr: 'x', legendFormat: '{{reason}}' }],
    fieldConfig: { defaults: { unit: 'cps' }, overrides: [] },
    ...changes,
  };
}

/** A series with a value for each minute; undefined where there is none. */
function series(reason: string, values: readonly (number | undefined)[]): Series {
  const points = values.flatMap((value, index) =>
    value === undefined ? [] : [[RANGE.start + index * RANGE.step, value] as [number, number]],
  );
  return { labels: { reason }, points };
}

async function draw(panel: Panel, answer: Series[], marks: Series[] = []): Promise<string> {
  const { drawDashboard } = await import('../../pictures/draw-dashboard.mjs');
  const dashboard: Dashboard = {
    uid: 'test',
    title: 'Test',
    panels: [panel],
    templating: { list: [{ name: 'job', type: 'query' }] },
    annotations: { list: [{ name: 'Firing', iconColor: 'red' }] },
  };
  const answers: DashboardAnswers = { panels: { '1 A': answer }, annotations: { Firing: marks } };
  return drawDashboard(dashboard, answers, RANGE, { job: '.+', operation: 'login' });
}

/** The strokes of lines between points, which curves of no kind are among. */
const linesOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<path d="(M[^"]*)" stroke="#73bf69"/g)].map(([, path = '']) => path);

describe('drawDashboard', () => {
  it('says of every picture that Grafana did not draw it', async () => {
    const svg = await draw(panelOf('stat'), []);

    expect(svg).toContain("Drawn by Authmeter's own renderer");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1200 \d+"/);
  });

  it('escapes what it writes, and fills in what was chosen', async () => {
    const svg = await draw(panelOf('timeseries', { title: 'a < $operation' }), []);

    expect(svg).toContain('a &lt; login');
    expect(svg).toContain('>All</text>');
  });

  it('says so where there is nothing to draw', async () => {
    const noValue = { defaults: { noValue: 'no traffic' }, overrides: [] };

    expect(await draw(panelOf('timeseries'), [])).toContain('No data');
    expect(await draw(panelOf('stat', { fieldConfig: noValue }), [])).toContain('no traffic');
  });

  it('leaves a gap where a series has none', async () => {
    const whole = linesOf(await draw(panelOf('timeseries'), [series('a', [1, 2, 3, 4])]));
    const broken = linesOf(
      await draw(panelOf('timeseries'), [series('a', [1, 2, undefined, 4, 5])]),
    );

    expect(whole.join('').match(/M/g)).toHaveLength(2);
    expect(broken.join('').match(/M/g)).toHaveLength(3);
  });

  it('draws limits that the axis reaches, in their colours', async () => {
    const svg = await draw(
      panelOf('timeseries', {
        fieldConfig: {
          defaults: {
            unit: 'cps',
            custom: { axisSoftMin: 0, axisSoftMax: 12, thresholdsStyle: { mode: 'dashed' } },
            thresholds: {
              steps: [
                { value: null, color: 'green' },
                { value: 10, color: 'red' },
                { value: 100, color: 'purple' },
              ],
            },
          },
          overrides: [],
        },
      }),
      [series('a', [1, 2])],
    );

    expect(svg).toMatch(/stroke="#f2495c" stroke-dasharray="6 4"/);
    expect(svg).not.toContain('#b877d9');
  });

  it('marks a span of time once, however many alerts fired in it', async () => {
    const marks = [series('a', [1, 1, 1]), series('b', [undefined, 1, 1])];

    const svg = await draw(panelOf('timeseries'), [series('a', [1, 2])], marks);

    expect(svg.match(/fill="#f2495c" fill-opacity="\.\d+"/g)).toHaveLength(1);
  });

  it('sorts a table by its first value, and joins columns by label', async () => {
    const table = panelOf('table', {
      transformations: [
        { id: 'organize', options: { renameByName: { reason: 'Reason', Value: 'Failures' } } },
      ],
    });

    const svg = await draw(table, [series('few', [3]), series('many', [40])]);

    expect([...svg.matchAll(/>(Reason|Failures|few|many|3|40)</g)].map(([, text]) => text)).toEqual(
      ['Reason', 'Failures', 'many', '40', 'few', '3'],
    );
  });

  it('gives each cell of a histogram what the bucket below does not hold', async () => {
    const bucket = (le: string, value: number): Series => ({
      labels: { le },
      points: [[RANGE.start, value]],
    });
    const heatmap = panelOf('heatmap', {
      targets: [{ refId: 'A', expr: 'x', format: 'heatmap', legendFormat: '{{le}}' }],
      options: { yAxis: { unit: 's' } },
    });

    const svg = await draw(heatmap, [bucket('+Inf', 5), bucket('0.1', 2), bucket('1', 5)]);

    expect([...svg.matchAll(/>(100 ms|1 s|\+Inf)</g)].map(([, text]) => text)).toEqual([
      '100 ms',
      '1 s',
    ]);
  });

  it('refuses a kind of panel that it does not know', async () => {
    await expect(draw(panelOf('piechart'), [])).rejects.toThrow('nobody can draw a piechart');
  });
});

describe('simplify', () => {
  it('leaves out what a line passes anyway, and nothing else', async () => {
    const { simplify } = await import('../../pictures/svg.mjs');

    expect(
      simplify([
        [0, 0],
        [10, 0.4],
        [20, 0],
        [30, 0.2],
        [40, 9],
        [50, 18],
        [60, 0],
      ]),
    ).toEqual([
      [0, 0],
      [30, 0.2],
      [50, 18],
      [60, 0],
    ]);
  });

  it('keeps the ends of whatever it is given', async () => {
    const { simplify } = await import('../../pictures/svg.mjs');

    expect(simplify([])).toEqual([]);
    expect(simplify([[1, 2]])).toEqual([[1, 2]]);
  });
});
