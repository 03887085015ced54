import { renderDuration, renderWindow } from '../../src/queries';

it.each([
  [0, '0s'],
  [0.25, '250ms'],
  [5, '5s'],
  [90, '90s'],
  [300, '5m'],
  [3600, '1h'],
  [21_600, '6h'],
  [7_776_000, '90d'],
])('writes %d seconds in the largest unit that divides them', (seconds, text) => {
  expect(renderDuration(seconds)).toBe(text);
});

it('leaves a variable of Grafana as it is', () => {
  expect(renderWindow('$__rate_interval')).toBe('$__rate_interval');
  expect(renderWindow(60)).toBe('1m');
});
