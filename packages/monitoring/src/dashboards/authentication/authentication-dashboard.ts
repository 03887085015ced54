import type { RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { errorsRow } from './errors-row';
import { eventsRow } from './events-row';
import { faultRow } from './fault-row';
import { flowsRow } from './flows-row';
import { methodsRow } from './methods-row';
import { nowRow } from './now-row';
import { outcomeRow } from './outcome-row';
import { recordingRow } from './recording-row';
import { speedRow } from './speed-row';

/** Is authentication well, and if not, whose fault is it? From symptoms down to details. */
export function authenticationRows(kit: DashboardKit): readonly RowDraft[] {
  return [
    nowRow(kit),
    outcomeRow(kit),
    faultRow(kit),
    flowsRow(kit),
    speedRow(kit),
    methodsRow(kit),
    eventsRow(kit),
    errorsRow(kit),
    recordingRow(kit),
  ];
}
