import type { Ink } from '../blocks/models';
import { PALETTES, type Palette } from './palette';
import type { ThemeName } from './theme-names';

const SYSTEM_DARK = matchMedia('(prefers-color-scheme: dark)');
const FORCED = matchMedia('(forced-colors: active)');

/** Colours that a system in high contrast puts in place of ours; what tells lines apart then are their cues. */
const FORCED_PALETTE: Palette = {
  card: 'Canvas',
  page: 'Canvas',
  text: 'CanvasText',
  muted: 'CanvasText',
  line: 'CanvasText',
  grid: 'GrayText',
  focus: 'Highlight',
  warning: 'CanvasText',
  warningGround: 'Canvas',
  critical: 'CanvasText',
  criticalGround: 'Canvas',
  ok: 'CanvasText',
  inks: Object.fromEntries(
    Object.keys(PALETTES.light.inks).map((ink) => [ink, 'CanvasText']),
  ) as Record<Ink, string>,
};

/** Sets the theme of the page. `auto` follows the system. */
export function setTheme(name: ThemeName): void {
  const isDark = name === 'dark' || (name === 'auto' && SYSTEM_DARK.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  const { inks, ...roles } = PALETTES[isDark ? 'dark' : 'light'];
  for (const [role, colour] of [...Object.entries(roles), ...Object.entries(inks)]) {
    document.documentElement.style.setProperty(`--${role}`, colour);
  }
}

/** The colours in force, for what is drawn instead of styled. */
export function currentPalette(): Palette {
  if (FORCED.matches) return FORCED_PALETTE;
  return PALETTES[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'];
}

/** Calls back when the system's own colours change. */
export function onSystemColours(callback: () => void): void {
  SYSTEM_DARK.addEventListener('change', callback);
  FORCED.addEventListener('change', callback);
}
