import {
  applyFieldOverrides,
  createTheme,
  FieldConfigOptionsRegistry,
  FieldType,
  getFieldDisplayName,
  getValueFormatterIndex,
  identityOverrideProcessor,
  standardTransformers,
  standardTransformersRegistry,
  toDataFrame,
  transformDataFrame,
  type DataFrame,
  type FieldConfigSource,
} from '@grafana/data';
import { renderDashboards } from '@authmeter/monitoring';
import { firstValueFrom } from 'rxjs';
import type { Dashboard, Panel } from '../../grafana/read-dashboard.mjs';

// eslint-disable-next-line @typescript-eslint/no-deprecated -- outside of Grafana they are found nowhere else
const { mergeTransformer, organizeFieldsTransformer } = standardTransformers;
/** Properties of fields that our dashboards override. */
const PROPERTIES = ['unit', 'decimals', 'thresholds', 'color', 'links', 'min', 'max', 'noValue'];

async function allPanels(): Promise<readonly Panel[]> {
  const { listPanels } = await import('../../grafana/read-dashboard.mjs');
  return renderDashboards().flatMap(({ dashboard }) => listPanels(dashboard as Dashboard));
}

async function panelCalled(title: string): Promise<Panel> {
  const found = (await allPanels()).find((panel) => panel.title === title);
  if (found === undefined) throw new Error(`no panel ${title}`);
  return found;
}

/** What Grafana makes of frames before it draws them. */
function withConfig(panel: Panel, data: DataFrame[]): DataFrame[] {
  const fieldConfigRegistry = new FieldConfigOptionsRegistry(() =>
    [...PROPERTIES, 'custom.cellOptions'].map((id) => ({
      id,
      path: id.replace(/^custom\./, ''),
      isCustom: id.startsWith('custom.'),
      name: id,
      process: identityOverrideProcessor,
      shouldApply: () => true,
      override: () => null,
      editor: () => null,
    })),
  );
  return applyFieldOverrides({
    data,
    fieldConfig: panel.fieldConfig as unknown as FieldConfigSource,
    replaceVariables: (text) => text,
    theme: createTheme(),
    fieldConfigRegistry,
  });
}

/** The answer to one query of a table, as the data source for Prometheus hands it over. */
function tableFrame(
  labels: readonly string[],
  refId: string,
  name: string,
  values: readonly number[],
) {
  return toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map(() => 1000) },
      ...labels.toSorted().map((label) => ({
        name: label,
        type: FieldType.string,
        values: values.map((_, row) => `${label} ${row}`),
      })),
      { name, type: FieldType.number, values: [...values] },
    ],
  });
}

/** A series with one value. */
function series(name: string, value: number): DataFrame {
  return toDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, values: [1000] },
      {
        name: 'Value',
        type: FieldType.number,
        config: { displayNameFromDS: name },
        values: [value],
      },
    ],
  });
}

beforeAll(() => {
  // Its code asks a global of browsers for feature flags.
  Object.assign(globalThis, { window: globalThis });
  standardTransformersRegistry.setInit(() =>
    [mergeTransformer, organizeFieldsTransformer].map((transformation) => ({
      id: transformation.id,
      name: transformation.name,
      transformation: () => Promise.resolve(transformation),
      editor: () => null,
      imageDark: '',
      imageLight: '',
    })),
  );
});

describe("in Grafana's own code", () => {
  it('every unit is known', async () => {
    const known = getValueFormatterIndex();
    const units = (await allPanels())
      .filter(({ targets }) => targets !== undefined)
      .flatMap(({ fieldConfig }) => [
        fieldConfig?.defaults.unit ?? '',
        ...(fieldConfig?.overrides ?? []).flatMap(({ properties }) =>
          properties.filter(({ id }) => id === 'unit').map(({ value }) => value as string),
        ),
      ]);

    expect(units.length).toBeGreaterThan(100);
    expect(units.filter((unit) => !(unit in known) && !unit.startsWith('suffix:'))).toEqual([]);
  });

  it.each([
    ['Failures by error type', ['error_type', 'reason'], ['Error type', 'Reason', 'Failures']],
    ['Top failing sources', ['ip_address'], ['Source', 'Failures', 'Now', 'Share']],
    ['Top failing accounts', ['user_id'], ['Account', 'Failures', 'Now', 'Share']],
    ['Top limited sources', ['ip_address'], ['Source', 'Hits', 'Now', 'Share']],
    ['Attempts by country', ['country'], ['Country', 'Attempts', 'Failed']],
  ])(
    'the table %s has its columns and one row for each of its labels',
    async (title, labels, columns) => {
      const panel = await panelCalled(title);
      const targets = panel.targets ?? [];
      const frames = targets.map(({ refId }, index) =>
        tableFrame(labels, refId, targets.length === 1 ? 'Value' : `Value #${refId}`, [
          7 + index,
          5 + index,
        ]),
      );

      const transformed = await firstValueFrom(
        transformDataFrame(panel.transformations ?? [], frames),
      );
      const [table] = withConfig(panel, transformed);

      const names = table?.fields.map((field) => getFieldDisplayName(field, table));
      expect(names).toEqual(columns);
      expect(table?.length).toBe(2);
      expect(table?.fields.at(-1)?.values).toEqual([6 + targets.length, 4 + targets.length]);
    },
  );

  it('a reason has the colour of who has to act, and leads to its runbook', async () => {
    const panel = await panelCalled('Failures by reason');

    const [frame] = withConfig(panel, [series('expired_token', 2)]);
    const config = frame?.fields[1]?.config;

    expect(config?.color).toEqual({ mode: 'fixed', fixedColor: '#f36924' });
    expect(config?.links?.[0]?.url).toMatch(/runbooks\/AuthExpiredTokensHigh\.md$/);
  });

  it.each([
    ['Login success', 0.95, 'green'],
    ['Login success', 0.85, 'orange'],
    ['Login success', 0.5, 'red'],
    ['Oldest credential', 91 * 86_400, 'orange'],
    ['Firing alerts', 0, 'green'],
    ['Firing alerts', 1, 'red'],
    ['Error budget left', -2, 'red'],
  ])('%s is coloured by its limits: %d is %s', async (title, value, colour) => {
    const panel = await panelCalled(title);

    const [frame] = withConfig(panel, [series('x', value)]);
    const shown = frame?.fields[1]?.display?.(value);

    expect(shown?.color).toBe(createTheme().visualization.getColorByName(colour));
  });
});
