import {
  PanelBuilder,
  HeatmapColorMode,
  HeatmapColorOptionsBuilder,
  CellValuesBuilder,
  YAxisConfigBuilder,
} from '@grafana/grafana-foundation-sdk/heatmap';
import { draftValuePanel } from './describe-panel';
import type { PanelDraft, Unit, ValuePanelSpec } from './panel';
import { UNITS } from './panel';

/** A histogram has about fifteen buckets; there are more error types than that. */
const HEIGHTS = { buckets: 8, series: 12 };
const COLOUR_STEPS = 32;

export interface HeatmapSpec extends Omit<ValuePanelSpec, 'limits' | 'colours'> {
  /** `buckets` of a histogram, or one row for each series. */
  readonly rows: 'buckets' | 'series';
  /** Unit of the bucket bounds; `unit` is that of what the cells count. */
  readonly boundUnit?: Unit;
}

/** Counts by time and row, the more the darker. */
export function heatmapPanel({ rows, boundUnit = UNITS.count, ...spec }: HeatmapSpec): PanelDraft {
  const builder = new PanelBuilder()
    .calculate(false)
    .color(
      new HeatmapColorOptionsBuilder()
        .mode(HeatmapColorMode.Scheme)
        .scheme('Oranges')
        .steps(COLOUR_STEPS),
    )
    .cellValues(new CellValuesBuilder().unit(spec.unit))
    .yAxis(new YAxisConfigBuilder().unit(boundUnit));
  return draftValuePanel(builder, HEIGHTS[rows], rows === 'buckets' ? 'buckets' : 'series', spec);
}
