import type { RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { burnRow } from './burn-row';
import { eventsRow } from './events-row';
import { latencyRow } from './latency-row';
import { objectiveRow } from './objective-row';

/** Does authentication keep its promise? */
export function sloRows(kit: DashboardKit): readonly RowDraft[] {
  return [objectiveRow(kit), burnRow(kit), eventsRow(kit), latencyRow(kit)];
}
