import type { AlertName, SecurityEvent } from '@authmeter/core/conventions';
import type { Cast } from '../cast/cast';
import type { Play, Stream } from './stream';

/** Something that happens once. */
export interface Moment {
  readonly atSecond: number;
  readonly name: string;
  readonly play: (cast: Cast) => Play;
}

/** One thing that can happen to a service, with what has to come of it. */
export interface Scene {
  readonly name: string;
  readonly title: string;
  /** What goes on, in a sentence. */
  readonly happens: string;
  /** Where to look on the live page, and what is to be seen there. */
  readonly shows: string;
  readonly seconds: number;
  /** Everyday streams that stop meanwhile, by name. */
  readonly replaces?: readonly string[];
  /** What comes on top of everyday. */
  readonly streams?: readonly Stream[];
  readonly moments?: readonly Moment[];
  readonly begins?: (cast: Cast) => void;
  readonly ends?: (cast: Cast) => void;
  /** Kinds of attacks that the detectors find; they find no others. */
  readonly detects: readonly SecurityEvent[];
  /** Alerts that fire meanwhile; no other does. */
  readonly fires: readonly AlertName[];
  /** Those of the others that it teaches something that they stay silent. */
  readonly staysSilent: readonly AlertName[];
  /** Whose runbook to open first. */
  readonly runbook: AlertName | undefined;
}

/** How long the windows, waits and counts of alerts are divided: a scene takes a minute instead of ten. */
export const SCENE_TIME_SCALE = 10;
/** Of a scene, unless it says otherwise: twelve and a half minutes as alerts see it. */
export const SCENE_SECONDS = 75;
