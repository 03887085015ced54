import { TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { draftValuePanel } from './describe-panel';
import type { Limits, PanelDraft, PanelLink, PanelSpec, Unit } from './panel';
import { refIdOf } from './queries';
import { thresholdSteps } from './thresholds';

const HEIGHT = 8;

/** A column that names what a row is about. */
export interface LabelColumn {
  readonly label: string;
  readonly title: string;
  readonly links?: readonly PanelLink[];
}

/** A column of values. */
export interface ValueColumn {
  readonly title: string;
  /** PromQL with the labels of the label columns, and no others. */
  readonly expr: string;
  readonly unit: Unit;
  readonly decimals?: number;
  readonly limits?: Limits;
}

export interface TableSpec extends PanelSpec {
  readonly labels: readonly [LabelColumn, ...LabelColumn[]];
  /** The first sorts the table, largest on top. */
  readonly values: readonly [ValueColumn, ...ValueColumn[]];
  readonly noValue?: string;
}

/** Values at the end of the range, one row for each combination of labels. */
export function tablePanel({ labels, values, ...spec }: TableSpec): PanelDraft {
  const [first] = values;
  const builder = new PanelBuilder()
    .transformations([
      { id: 'merge', options: {} },
      { id: 'organize', options: arrangeColumns(labels, values) },
    ])
    .sortBy([new TableSortByFieldStateBuilder().displayName(first.title).desc(true)]);
  for (const column of values) builder.overrideByName(column.title, valueOverrides(column));
  for (const { title, links } of labels) {
    if (links === undefined) continue;
    const value = links.map((link) => ({ ...link, targetBlank: true }));
    builder.overrideByName(title, [{ id: 'links', value }]);
  }
  return draftValuePanel(builder, HEIGHT, 'table', {
    ...spec,
    unit: first.unit,
    queries: [{ expr: first.expr }, ...values.slice(1).map(({ expr }) => ({ expr }))],
  });
}

/** Names and order of the columns. A value is called after its query, or `Value` where there is one query alone. */
function arrangeColumns(labels: TableSpec['labels'], values: TableSpec['values']) {
  const named = [
    ...labels.map(({ label, title }) => ({ field: label, title })),
    ...values.map(({ title }, index) => ({
      field: values.length === 1 ? 'Value' : `Value #${refIdOf(index)}`,
      title,
    })),
  ];
  return {
    excludeByName: { Time: true },
    indexByName: Object.fromEntries(named.map(({ field }, index) => [field, index])),
    renameByName: Object.fromEntries(named.map(({ field, title }) => [field, title])),
  };
}

function valueOverrides({ unit, decimals, limits }: ValueColumn): DynamicConfigValue[] {
  return [
    { id: 'unit', value: unit },
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(limits === undefined
      ? []
      : [
          { id: 'thresholds', value: { mode: 'absolute', steps: thresholdSteps(limits) } },
          { id: 'custom.cellOptions', value: { type: 'color-text' } },
        ]),
  ];
}
