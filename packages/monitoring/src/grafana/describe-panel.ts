import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type {
  DashboardLink,
  DynamicConfigValue,
  GridPos,
  Panel,
  ThresholdsConfig,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { buildLink } from './links';
import type { PanelDraft, PanelLink, PanelSpec, ValuePanelSpec } from './panel';
import { buildQueries, DATASOURCE, type QueryForm } from './queries';
import { buildThresholds } from './thresholds';

/** What the builders of all panel types have in common. */
interface PanelParts extends Builder<Panel> {
  id(id: number): this;
  gridPos(position: GridPos): this;
  title(title: string): this;
  description(description: string): this;
  links(links: Builder<DashboardLink>[]): this;
}

interface ValuePanelParts extends PanelParts {
  datasource(source: typeof DATASOURCE): this;
  targets(targets: Builder<Dataquery>[]): this;
  unit(unit: string): this;
  noValue(text: string): this;
  decimals(decimals: number): this;
  min(min: number): this;
  max(max: number): this;
  thresholds(thresholds: Builder<ThresholdsConfig>): this;
  dataLinks(links: Builder<DashboardLink>[]): this;
  overrideByName(name: string, properties: DynamicConfigValue[]): this;
}

/** A panel of that height, complete but for its place. */
export function draftPanel(
  builder: PanelParts,
  height: number,
  { title, description, width, links = [] }: PanelSpec,
): PanelDraft {
  builder.title(title).description(description);
  if (links.length > 0) builder.links(links.map(buildLink));
  return { width, height, place: (id, position) => builder.id(id).gridPos(position) };
}

/** As `draftPanel`, for a panel with values. */
export function draftValuePanel(
  builder: ValuePanelParts,
  height: number,
  form: QueryForm,
  spec: ValuePanelSpec,
): PanelDraft {
  const {
    unit,
    queries,
    limits,
    colours = {},
    seriesLinks,
    valueLinks = {},
    noValue,
    decimals,
    min,
    max,
  } = spec;
  builder
    .datasource(DATASOURCE)
    .unit(unit)
    .targets([...buildQueries(queries, form)]);
  if (limits !== undefined) builder.thresholds(buildThresholds(limits));
  if (seriesLinks !== undefined) builder.dataLinks(seriesLinks.map(buildLink));
  if (noValue !== undefined) builder.noValue(noValue);
  if (decimals !== undefined) builder.decimals(decimals);
  if (min !== undefined) builder.min(min);
  if (max !== undefined) builder.max(max);
  for (const name of new Set([...Object.keys(colours), ...Object.keys(valueLinks)])) {
    builder.overrideByName(name, overridesOf(colours[name], valueLinks[name]));
  }
  return draftPanel(builder, height, spec);
}

function overridesOf(
  colour: string | undefined,
  links: readonly PanelLink[] | undefined,
): DynamicConfigValue[] {
  return [
    ...(colour === undefined
      ? []
      : [{ id: 'color', value: { mode: 'fixed', fixedColor: colour } }]),
    ...(links === undefined
      ? []
      : [{ id: 'links', value: links.map((link) => ({ ...link, targetBlank: true })) }]),
  ];
}
