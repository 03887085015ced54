import { GOALS, judgeGoal, regressionsOf } from '../src/goals';
import type { Part } from '../src/parts/part';
import { readArguments } from '../src/read-arguments';
import { renderPage } from '../src/report/render-page';

const [GOAL] = GOALS;
const part = (name: string): Part => ({
  name,
  title: `Title of ${name}`,
  measure: () => Promise.reject(new Error('not measured here')),
});

describe('goals', () => {
  it('are reached at their limit, and forgiven what the method cannot tell apart', () => {
    const goal = { ratio: 'r', limit: 0.5, what: 'w' };

    expect(judgeGoal(goal, 0.5, 0)).toBe('reached');
    expect(judgeGoal(goal, 0.52, 0.05)).toBe('within the error');
    expect(judgeGoal(goal, 0.53, 0.05)).toBe('missed');
  });

  it('are lost where a ratio is worse than its debt by more than the error', () => {
    const { ratio, debt = 0 } = GOALS.find((goal) => goal.debt !== undefined) ?? { ratio: '' };

    expect(regressionsOf({ ratios: { [ratio]: debt * 1.04 }, spread: 0.05 })).toEqual([]);
    expect(regressionsOf({ ratios: { [ratio]: debt * 1.06 }, spread: 0.05 })).toEqual([
      { ratio, value: debt * 1.06 },
    ]);
  });

  it('are lost at their limit where they have no debt', () => {
    const ratio = 'hostile sources missed';

    expect(regressionsOf({ ratios: { [ratio]: 0 }, spread: 0 })).toEqual([]);
    expect(regressionsOf({ ratios: { [ratio]: 1 }, spread: 0 })).toEqual([{ ratio, value: 1 }]);
  });

  it('are not lost on a slow machine: times are for people', () => {
    expect(regressionsOf({ ratios: { 'no SDK ns': 6000 }, spread: 0 })).toEqual([]);
  });

  it('have each a figure of their own', () => {
    expect(new Set(GOALS.map(({ ratio }) => ratio)).size).toBe(GOALS.length);
  });
});

describe('the command line', () => {
  const parts = [part('record'), part('express')];

  it('measures all parts, or those that are named', () => {
    expect(readArguments([], parts)).toEqual({ parts, json: false, short: false });
    expect(readArguments(['express', '--json'], parts)).toEqual({
      parts: [parts[1]],
      json: true,
      short: false,
    });
  });

  it('says which parts there are where a name is none', () => {
    expect(() => readArguments(['expres'], parts)).toThrow(
      'no part is called expres: record, express',
    );
  });
});

describe('the page', () => {
  it('shows each goal with what was measured, and keeps the notes', () => {
    const result = {
      rows: [{ what: 'meter.record', figure: '58 ns', beside: '0.078 ×' }],
      ratios: { [GOAL?.ratio ?? '']: 0.078 },
      spread: 0.01,
    };
    const before = 'old\n<!-- notes -->\nWhy so.\n<!-- /notes -->\nold';
    const page = renderPage([{ part: part('record'), result }], before);

    expect(page).toContain(
      '| an attempt recorded / `counter.add` by hand | 0.08 | 0.0780 | reached |',
    );
    expect(page).toContain('| meter.record | 58 ns | 0.078 × |');
    expect(page).toContain('Why so.');
    expect(page).not.toContain('old');
  });
});
