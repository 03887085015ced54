import * as conventions from '@authmeter/core/conventions';

const render = async () => {
  const { renderMetrics } = await import('../../docs/render-metrics.mjs');
  return renderMetrics(conventions);
};

describe('the metrics page', () => {
  it('has one row and one section for every metric of the catalogue', async () => {
    const page = await render();

    for (const { name } of conventions.METRIC_CATALOGUE) {
      expect(page.split(`| [\`${name}\`](#`)).toHaveLength(2);
      expect(page.split(`\n### ${name}\n`)).toHaveLength(2);
    }
  });

  it('tells the worst case of both sets of options', async () => {
    // 24 failures and successes (23 error types and none) by 14 methods and _OTHER, then by 19 and _OTHER.
    expect(await render()).toContain(
      '| counter | `{attempt}` | `outcome`, `reason`, `error.type`, `method` | 360 | 480 |',
    );
  });

  it('counts a histogram as its buckets, +Inf, sum and count', async () => {
    const { countSeriesPerSet } = await import('../../docs/series-arithmetic.mjs');

    expect(countSeriesPerSet(conventions.TOKEN_AGE)).toBe(12);
    expect(countSeriesPerSet(conventions.ATTEMPTS)).toBe(1);
  });
});

describe('the page of failure reasons', () => {
  it('holds every error type once, under its reason', async () => {
    const { renderFailureReasons } = await import('../../docs/render-failure-reasons.mjs');
    const sections = renderFailureReasons(conventions).split('\n## ').slice(1);

    const found = sections.flatMap((section) => {
      const reason = section.split('\n')[0];
      return [...section.matchAll(/^\| `([a-z_]+)`/gm)].map(([, type]) => `${reason}: ${type}`);
    });

    const expected = Object.entries(conventions.ERROR_TYPE_DEFINITIONS).map(
      ([errorType, { reason }]) => `${reason}: ${errorType}`,
    );
    expect(found).toHaveLength(23);
    expect(new Set(found)).toEqual(new Set(expected));
  });
});
