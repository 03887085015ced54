import type { Ink } from '../blocks/models';

/** What tells a fill or a line apart from the others without its colour. */
export type Cue =
  'plain' | 'slash' | 'dots' | 'backslash' | 'vertical' | 'cross' | 'dashed' | 'dotted';

/** The colours of one theme. */
export interface Palette {
  readonly card: string;
  readonly page: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly grid: string;
  readonly focus: string;
  readonly warning: string;
  readonly warningGround: string;
  readonly critical: string;
  readonly criticalGround: string;
  readonly ok: string;
  readonly inks: Readonly<Record<Ink, string>>;
}

/** Chosen by computation: a test holds every contrast and every distance, also under colour blindness. */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    card: '#ffffff',
    page: '#f5f6f8',
    text: '#1a2029',
    muted: '#566172',
    line: '#848e9c',
    grid: '#e4e7ec',
    focus: '#0b5cad',
    warning: '#7a4b00',
    warningGround: '#fff4d6',
    critical: '#9b1c13',
    criticalGround: '#fdeceb',
    ok: '#0b5c3a',
    inks: {
      success: '#0067a8',
      failure: '#a83a00',
      credentials: '#a83a00',
      validity: '#e76f3b',
      nothing: '#6c95c1',
      notNow: '#7334d6',
      permission: '#281f74',
      ours: '#5a120c',
      p50: '#3d8ac7',
      p95: '#1c4f86',
      p99: '#0d0d26',
      allowed: '#6c95c1',
      limited: '#7334d6',
      skipped: '#281f74',
      store_error: '#5a120c',
    },
  },
  dark: {
    card: '#12171e',
    page: '#0b0f14',
    text: '#e8ecf2',
    muted: '#a7b0bd',
    line: '#6b7685',
    grid: '#222a34',
    focus: '#8cc4ff',
    warning: '#f5cf6a',
    warningGround: '#3a2f10',
    critical: '#ff9d94',
    criticalGround: '#3d1714',
    ok: '#7fdcae',
    inks: {
      success: '#6ab6fe',
      failure: '#f0874a',
      credentials: '#f0874a',
      validity: '#fee927',
      nothing: '#9f9eea',
      notNow: '#5a56da',
      permission: '#7bf9fb',
      ours: '#9c4e56',
      p50: '#4d7fb3',
      p95: '#86bdf0',
      p99: '#e6f3ff',
      allowed: '#9f9eea',
      limited: '#5a56da',
      skipped: '#7bf9fb',
      store_error: '#9c4e56',
    },
  },
};

/** The second cue of every ink. */
export const CUES: Readonly<Record<Ink, Cue>> = {
  success: 'plain',
  failure: 'dashed',
  credentials: 'plain',
  validity: 'slash',
  nothing: 'dots',
  notNow: 'backslash',
  permission: 'vertical',
  ours: 'cross',
  p50: 'plain',
  p95: 'dashed',
  p99: 'dotted',
  allowed: 'dots',
  limited: 'backslash',
  skipped: 'vertical',
  store_error: 'cross',
};
