import type { FamilyName } from '../style/families';

/** How a line or an area is drawn; its colour and its second cue come from one place. */
export type Ink =
  | 'success'
  | 'failure'
  | 'p50'
  | 'p95'
  | 'p99'
  | 'allowed'
  | 'limited'
  | 'skipped'
  | 'store_error'
  | FamilyName;

/** One line or one area of a plot. */
export interface PlotSeries {
  readonly label: string;
  readonly ink: Ink;
  /** One value for each instant; null where there is none. */
  readonly values: readonly (number | null)[];
  /** What the legend says of the newest value. */
  readonly text: string;
}

/** Something that happened at an instant, marked on a plot. */
export interface PlotMark {
  readonly at: number;
  readonly kind: 'security' | 'rotation' | 'restart';
}

/** A chart over time. */
export interface PlotModel {
  readonly kind: 'plot';
  readonly title?: string;
  /** Milliseconds since 1970. */
  readonly at: readonly number[];
  readonly series: readonly PlotSeries[];
  /** Whether areas stand on each other. */
  readonly isStacked: boolean;
  readonly begin: number;
  readonly end: number;
  /** Writes a value. */
  readonly format: (value: number) => string;
  /** Writes a value of the vertical axis, which is a round one. */
  readonly formatAxis: (value: number) => string;
  /** The axis reaches at least this far. */
  readonly atLeast?: number;
  readonly marks: readonly PlotMark[];
}

/** A label, a length and a text. */
export interface BarRow {
  readonly key: string;
  readonly label: string;
  /** Shown small beneath the label. */
  readonly detail?: string;
  /** Between 0 and 1, of the width. */
  readonly share: number;
  readonly text: string;
  readonly ink?: Ink;
  readonly href?: string;
  /** Where lines are drawn across the bar, between 0 and 1. */
  readonly ticks?: readonly number[];
}

export interface BarsModel {
  readonly kind: 'bars';
  readonly title?: string;
  readonly rows: readonly BarRow[];
  /** Shown where there are no rows. */
  readonly empty: string;
}

/** States over time, one strip for each thing. */
export interface StripsModel {
  readonly kind: 'strips';
  readonly begin: number;
  readonly end: number;
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly text: string;
    readonly isDown: boolean;
    readonly segments: readonly {
      readonly begin: number;
      readonly end: number;
      readonly state: 'up' | 'down' | 'unknown';
    }[];
  }[];
}

/** Things that happened, newest first, and where they lie in the window. */
export interface EventsModel {
  readonly kind: 'events';
  readonly begin: number;
  readonly end: number;
  readonly rows: readonly EventRow[];
  readonly empty: string;
}

export interface EventRow {
  readonly key: string;
  readonly at: number;
  readonly kind: 'security' | 'lockout' | 'rotation';
  readonly severity: 'info' | 'warn' | 'critical';
  readonly title: string;
  readonly count: number;
  readonly evidence: readonly string[];
}

/** Names and values. */
export interface FactsModel {
  readonly kind: 'facts';
  readonly title?: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: string;
    readonly isAlarming?: true;
  }[];
}

export type BlockModel = PlotModel | BarsModel | StripsModel | EventsModel | FactsModel;

/** The same as numbers. */
export interface TableModel {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly string[])[];
}

/** What a panel says at one moment. */
export interface PanelReading {
  /** A sentence that says what is drawn, also for those who do not see it. */
  readonly sentence: string;
  /** Said beneath where something has to be known. */
  readonly note?: string;
  readonly blocks: readonly BlockModel[];
  readonly tables: readonly TableModel[];
}
