import { PeakWindow } from '../../src/ledger/peak-window';

const HALF = 30_000;

describe('PeakWindow', () => {
  it('is 0 before any value', () => {
    expect(new PeakWindow(HALF).peak(0)).toBe(0);
  });

  it('shows the largest value, in whatever order they come', () => {
    const window = new PeakWindow(HALF);
    for (const share of [0.2, 0.9, 0.4]) window.add(share, 1000);

    expect(window.peak(1000)).toBe(0.9);
  });

  it('shows a peak for one to two halves of the window, and then forgets it', () => {
    const window = new PeakWindow(HALF);
    window.add(0.9, 1000);

    const instants = [HALF - 1, HALF, 2 * HALF - 1, 2 * HALF];
    expect(instants.map((instant) => window.peak(instant))).toEqual([0.9, 0.9, 0.9, 0]);
  });

  it('falls back to the largest value that is left', () => {
    const window = new PeakWindow(HALF);
    window.add(0.9, 1000);
    window.add(0.3, HALF);

    expect([HALF, 2 * HALF, 3 * HALF].map((instant) => window.peak(instant))).toEqual([
      0.9, 0.3, 0,
    ]);
  });

  it('does not depend on who read before', () => {
    const window = new PeakWindow(HALF);
    window.add(0.9, 1000);
    window.peak(2000);

    expect(window.peak(3000)).toBe(0.9);
  });

  it('starts again after a pause, and when the clock goes back', () => {
    const window = new PeakWindow(HALF);
    window.add(0.9, 10 * HALF);
    expect(window.peak(20 * HALF)).toBe(0);

    window.add(0.5, 5 * HALF);
    expect(window.peak(5 * HALF)).toBe(0.5);
  });
});
