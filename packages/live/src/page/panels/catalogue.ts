import { CONCENTRATION_PANEL } from './concentration-panel';
import { DEPENDENCIES_PANEL } from './dependencies-panel';
import { DETECTIONS_PANEL } from './detections-panel';
import { ERROR_TYPES_PANEL } from './error-types-panel';
import { FLOWS_PANEL } from './flows-panel';
import { HEALTH_PANEL } from './health-panel';
import { LATENCY_PANEL } from './latency-panel';
import { LIMITS_PANEL } from './limits-panel';
import { ATTEMPTS_PANEL, LOGINS_PANEL } from './outcome-panels';
import type { PanelDefinition } from './panel-definition';
import { REASONS_PANEL } from './reasons-panel';
import { TOKENS_PANEL } from './tokens-panel';

/** Every panel, in the order in which questions are asked: how much, whose fault, what exactly, who, what on. */
export const PANELS: readonly PanelDefinition[] = [
  ATTEMPTS_PANEL,
  LOGINS_PANEL,
  REASONS_PANEL,
  ERROR_TYPES_PANEL,
  LATENCY_PANEL,
  TOKENS_PANEL,
  LIMITS_PANEL,
  CONCENTRATION_PANEL,
  DETECTIONS_PANEL,
  DEPENDENCIES_PANEL,
  FLOWS_PANEL,
  HEALTH_PANEL,
];

/** The panel that shows a metric; undefined where none does. */
export function panelOf(metric: string): PanelDefinition | undefined {
  return PANELS.find(({ metrics }) => metrics.some(({ name }) => name === metric));
}
