import { renderComparison } from '../../src/output/comparison-report';

describe('the report of a comparison', () => {
  it('is one line when all is equal', () => {
    expect(renderComparison({ comparedSeries: 12, differences: [] }, [])).toEqual([
      '12 series compared, all equal',
    ]);
  });

  it('names every difference and every surprise', () => {
    const differences = [{ series: 'auth_logouts_total{cause="user"}', sent: 2, counted: 3 }];

    expect(renderComparison({ comparedSeries: 12, differences }, ['"works" answered 500'])).toEqual(
      [
        '12 series compared, 1 different',
        '  sent 2, counted 3: auth_logouts_total{cause="user"}',
        '  unexpected: "works" answered 500',
      ],
    );
  });
});
