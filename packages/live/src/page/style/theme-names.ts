/** What the reader can choose; `auto` follows the system. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];
