import { labelledLines } from '../../src/output/labelled-lines';

describe('a text behind its label', () => {
  it('is one line where it fits', () => {
    expect(labelledLines('found', 'nothing at all')).toEqual(['  found     nothing at all']);
  });

  it('goes on below itself where it does not', () => {
    const lines = labelledLines('fired', Array(30).fill('SixLtr').join(', '));

    expect(lines.map((line) => line.slice(0, 12))).toEqual([
      '  fired     ',
      '            ',
      '            ',
    ]);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines.join(' ').match(/SixLtr/g)).toHaveLength(30);
  });
});
