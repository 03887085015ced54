import type { MetricDefinition } from '@authmeter/core/conventions';
import type { PanelReading } from '../blocks/models';
import type { View } from '../data/view';

/** A choice inside a panel, such as the operation whose latency is drawn. */
export interface PanelChoice {
  readonly label: string;
  /** The values to choose from; the first is the default. */
  readonly values: (view: View) => readonly string[];
}

/** One panel: what it needs, and how it reads what the page was told. Reading is pure. */
export interface PanelDefinition {
  readonly id: string;
  readonly title: string;
  /** It is shown once one of these was recorded. Where empty, always. */
  readonly metrics: readonly MetricDefinition[];
  /** It is shown as soon as one of its metrics was reported, if only at zero: that nothing happened is worth knowing. */
  readonly isWorthZero?: true;
  /** Closed until somebody opens it. */
  readonly isFolded?: true;
  readonly choice?: PanelChoice;
  /** @param chosen The value of its choice, or '' where it has none. */
  readonly read: (view: View, chosen: string) => PanelReading;
}
