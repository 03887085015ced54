import type { RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { issuingRow } from './issuing-row';
import { keysRow } from './keys-row';
import { nowRow } from './now-row';
import { rotationRow } from './rotation-row';
import { tokenLifeRow } from './token-life-row';

/** Are keys rotated in time, known to everybody, and tokens used while they are good? */
export function credentialsRows(kit: DashboardKit): readonly RowDraft[] {
  return [nowRow(kit), rotationRow(kit), keysRow(kit), tokenLifeRow(kit), issuingRow(kit)];
}
