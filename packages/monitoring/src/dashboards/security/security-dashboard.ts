import type { RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { concentrationRow } from './concentration-row';
import { deniedRow } from './denied-row';
import { detectionsRow } from './detections-row';
import { limitsRow } from './limits-row';
import { nowRow } from './now-row';
import { placesRow } from './places-row';
import { tokensRow } from './tokens-row';
import { whoRow } from './who-row';

/** Is somebody attacking, who, and does it work? */
export function securityRows(kit: DashboardKit): readonly RowDraft[] {
  return [
    nowRow(kit),
    whoRow(kit),
    concentrationRow(kit),
    tokensRow(kit),
    limitsRow(kit),
    detectionsRow(kit),
    placesRow(kit),
    deniedRow(kit),
  ];
}
