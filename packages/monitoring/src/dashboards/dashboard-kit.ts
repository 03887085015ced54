import type { AlertName, AuthReason } from '@authmeter/core/conventions';
import type { AlertView } from './alert-view';
import type { DashboardLinks } from './dashboard-links';
import type { PanelQueries } from './panel-queries';

/** The promise that is measured, and what breaks it. */
export interface ServiceObjective {
  /** Share of good events, 0 to 1. */
  readonly objective: number;
  /** How long the promise runs: `30d`. */
  readonly window: string;
  /** Share of bad events in the window by job, as PromQL. */
  readonly spent: string;
  readonly badReasons: readonly AuthReason[];
}

/** Everything that panels are made from. */
export interface DashboardKit {
  /** Over the chosen jobs and instances. */
  readonly queries: PanelQueries;
  /** Over the chosen methods too; for metrics that tell methods apart. */
  readonly byMethod: PanelQueries;
  /** Over the chosen operation alone. */
  readonly byOperation: PanelQueries;
  /** Over the sources that begin like the text that was typed. */
  readonly bySource: PanelQueries;
  /** The chosen jobs and instances as matchers, for series that are not ours. */
  readonly targets: string;
  /** What one of the conditions of an alert looks at, by default the first. */
  readonly alert: (name: AlertName, condition?: number) => AlertView;
  /** Selects the firing alerts of the chosen jobs. */
  readonly firing: string;
  readonly slo: ServiceObjective;
  readonly links: DashboardLinks;
}
