import { FAMILY_NAMES } from '../../src/page/style/families';
import { CUES, PALETTES } from '../../src/page/style/palette';
import { contrast, distance } from './colour';

/** The smallest distance between families that is still told apart, by theme. */
const FAMILY_DISTANCE = { light: 0.17, dark: 0.19 };
const OUTCOME_DISTANCE = { light: 0.22, dark: 0.24 };

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const palette = PALETTES[theme];

  it.each(['card', 'page'] as const)('has text that is read on the %s (WCAG 1.4.3)', (ground) => {
    for (const role of ['text', 'muted', 'focus', 'ok'] as const) {
      expect([role, contrast(palette[role], palette[ground]) >= 4.5]).toEqual([role, true]);
    }
  });

  it('has warnings that are read on their own ground', () => {
    expect(contrast(palette.warning, palette.warningGround)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.critical, palette.criticalGround)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.critical, palette.card)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.warning, palette.card)).toBeGreaterThanOrEqual(4.5);
  });

  it('has borders of controls, lines and areas that are seen (WCAG 1.4.11)', () => {
    const colours = [palette.line, ...Object.values(palette.inks)];

    expect(colours.filter((colour) => contrast(colour, palette.card) < 3)).toEqual([]);
  });

  it('has a pressed button that is read', () => {
    expect(contrast(palette.card, palette.text)).toBeGreaterThanOrEqual(4.5);
  });

  it('has families that are told apart, also under colour blindness', () => {
    const pairs = FAMILY_NAMES.flatMap((one, at) =>
      FAMILY_NAMES.slice(at + 1).map((other) => [one, other] as const),
    );

    const close = pairs.filter(
      ([one, other]) => distance(palette.inks[one], palette.inks[other]) < FAMILY_DISTANCE[theme],
    );
    expect(close).toEqual([]);
  });

  it('has outcomes that are told apart, also under colour blindness', () => {
    const apart = distance(palette.inks.success, palette.inks.failure);

    expect(apart).toBeGreaterThanOrEqual(OUTCOME_DISTANCE[theme]);
  });
});

describe('what tells lines and areas apart without their colour', () => {
  it.each([
    ['families', FAMILY_NAMES],
    ['outcomes', ['success', 'failure']],
    ['percentiles', ['p50', 'p95', 'p99']],
    ['decisions of limiters', ['allowed', 'limited', 'skipped', 'store_error']],
  ] as const)('differs between %s', (_what, inks) => {
    expect(new Set(inks.map((ink) => CUES[ink])).size).toBe(inks.length);
  });
});
