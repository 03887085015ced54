import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { GridPos, Panel } from '@grafana/grafana-foundation-sdk/dashboard';

/** Units that values are shown in, by their names in Grafana. */
export const UNITS = {
  count: 'none',
  perSecond: 'cps',
  /** 0 to 1, shown as per cent. */
  share: 'percentunit',
  seconds: 's',
  /** Seconds in words, for one value: on an axis the words would be too coarse. */
  age: 'dtdurations',
  bytes: 'bytes',
  /** So many times something else. */
  factor: 'suffix:×',
} as const;
export type Unit = (typeof UNITS)[keyof typeof UNITS];

/** One query of a panel. */
export interface Query {
  /** PromQL; may hold Grafana's variables. */
  readonly expr: string;
  /** How a series is called, with its labels as `{{label}}`. Default: by all its labels. */
  readonly legend?: string;
}

/** Where a link leads. */
export interface PanelLink {
  readonly title: string;
  /** May hold Grafana's variables, of the value that was clicked on too. */
  readonly url: string;
}

/** A line that values should stay on one side of. */
export interface Limit {
  readonly value: number;
  readonly severity: 'warning' | 'critical';
}

/** Limits of a panel's values. */
export interface Limits {
  /** Which side of the limits is bad. */
  readonly bad: 'above' | 'below';
  readonly limits: readonly Limit[];
}

/** What every panel says of itself. */
export interface PanelSpec {
  readonly title: string;
  /** What is drawn, what is normal, what to do. Markdown. */
  readonly description: string;
  /** Columns of 24. */
  readonly width: number;
  readonly links?: readonly PanelLink[];
}

/** What every panel with values says of them. */
export interface ValuePanelSpec extends PanelSpec {
  readonly unit: Unit;
  readonly queries: readonly Query[];
  readonly limits?: Limits;
  /** Colour by the name of the series. Default: the palette of Grafana. */
  readonly colours?: Readonly<Record<string, string>>;
  /** Links of every value; the labels of its series are `${__field.labels.name}`. */
  readonly seriesLinks?: readonly PanelLink[];
  /** Links of the values of a series, by its name. */
  readonly valueLinks?: Readonly<Record<string, readonly PanelLink[]>>;
  /** Shown where there is no value. A missing value is never shown as zero. */
  readonly noValue?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
}

/** A panel that has no place on a dashboard yet. */
export interface PanelDraft {
  /** Columns of 24. */
  readonly width: number;
  /** Grid rows of about 38 pixels. */
  readonly height: number;
  readonly place: (id: number, position: GridPos) => Builder<Panel>;
}
