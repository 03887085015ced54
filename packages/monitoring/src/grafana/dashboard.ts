import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  RowBuilder,
  type AnnotationQuery,
  type Panel,
  type VariableModel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { layOut } from './lay-out';
import { withoutPlacement } from './links';
import type { PanelDraft } from './panel';

/** Carried by all dashboards, which find each other by it. */
const TAG = 'authmeter';
const RANGE = { from: 'now-1h', to: 'now' };
const REFRESH = '30s';
/** Panels of a row are numbered from its own number, so that links to them outlive changes in other rows. */
const IDS_OF_A_ROW = 100;

/** Panels under one heading. */
export interface RowDraft {
  readonly title: string;
  /** Whether it is closed until somebody opens it, and queries nothing until then. */
  readonly isCollapsed?: boolean;
  readonly panels: readonly PanelDraft[];
}

/** A dashboard as it is written down. */
export interface DashboardDraft {
  /** Stays the same for ever: links lead to it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly variables: readonly Builder<VariableModel>[];
  readonly annotations: readonly Builder<AnnotationQuery>[];
  readonly rows: readonly RowDraft[];
}

/** The dashboard as Grafana imports it, in the classic model. */
export function buildDashboard(draft: DashboardDraft): object {
  const { uid, title, description, variables, annotations, rows } = draft;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Grafana 10 to 12 read no other model
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([TAG])
    .editable()
    .tooltip(DashboardCursorSync.Crosshair)
    .time(RANGE)
    .refresh(REFRESH)
    .variables([...variables])
    .annotations([...annotations])
    .links([linkToAll()]);
  let y = 0;
  for (const [index, row] of rows.entries()) {
    const id = (index + 1) * IDS_OF_A_ROW;
    const { placed, height } = placeRow(row, id, y);
    if (row.isCollapsed === true) {
      builder.withRow(
        placed.reduce(
          (row, panel) => row.withPanel(panel),
          rowAt(row.title, id, y).collapsed(true),
        ),
      );
      y += 1;
    } else {
      builder.withRow(rowAt(row.title, id, y));
      for (const panel of placed) builder.withPanel(panel);
      y += 1 + height;
    }
  }
  // The SDK marks queries with functions; Grafana is sent data alone.
  return JSON.parse(JSON.stringify(builder.build())) as object;
}

function placeRow(
  { panels }: RowDraft,
  rowId: number,
  y: number,
): { readonly placed: readonly Builder<Panel>[]; readonly height: number } {
  const { positions, height } = layOut(panels, y + 1);
  const placed = panels.flatMap((panel, index) => {
    const position = positions[index];
    return position === undefined ? [] : [panel.place(rowId + index + 1, position)];
  });
  return { placed, height };
}

function rowAt(title: string, id: number, y: number): RowBuilder {
  return new RowBuilder(title).id(id).gridPos({ x: 0, y, w: 24, h: 1 });
}

/** A menu of all our dashboards, which keeps the range and the variables. */
function linkToAll() {
  return withoutPlacement(
    new DashboardLinkBuilder('Authmeter')
      .type(DashboardLinkType.Dashboards)
      .tags([TAG])
      .asDropdown(true)
      .includeVars(true)
      .keepTime(true),
  );
}
