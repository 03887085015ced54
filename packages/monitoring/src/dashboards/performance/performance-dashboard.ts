import type { RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { dependenciesRow } from './dependencies-row';
import { nowRow } from './now-row';
import { operationsRow } from './operations-row';
import { systemRow } from './system-row';
import { tokensRow } from './tokens-row';

/** What is slow, and what does it wait for? */
export function performanceRows(kit: DashboardKit): readonly RowDraft[] {
  return [nowRow(kit), operationsRow(kit), tokensRow(kit), dependenciesRow(kit), systemRow(kit)];
}
