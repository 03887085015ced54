import {
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  LineInterpolation,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { draftValuePanel } from './describe-panel';
import type { Limits, PanelDraft, ValuePanelSpec } from './panel';

const HEIGHT = 8;
const HEADROOM = 1.2;

export interface TimeSeriesSpec extends ValuePanelSpec {
  /** `stacked` areas add up to a whole; `bars` are counts of an interval; `steps` hold until they change. */
  readonly form?: 'lines' | 'stacked' | 'bars' | 'steps';
}

/** Values over time. Limits are dashed lines. */
export function timeSeriesPanel({ form = 'lines', ...spec }: TimeSeriesSpec): PanelDraft {
  const isStacked = form === 'stacked' || form === 'bars';
  const builder = new PanelBuilder()
    .drawStyle(form === 'bars' ? GraphDrawStyle.Bars : GraphDrawStyle.Line)
    .lineInterpolation(form === 'steps' ? LineInterpolation.StepAfter : LineInterpolation.Linear)
    .lineWidth(isStacked ? 1 : 2)
    .fillOpacity(isStacked ? 60 : 0)
    .showPoints(VisibilityMode.Never)
    .axisSoftMin(0)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom),
    )
    .tooltip(
      new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending),
    );
  if (isStacked) builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  if (spec.limits !== undefined) {
    builder
      .axisSoftMax(roomFor(spec.limits))
      .thresholdsStyle(
        new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed),
      );
  }
  return draftValuePanel(builder, HEIGHT, 'series', spec);
}

/** How high the axis reaches at least: Grafana makes no room for limits, and far below them all looks dramatic. */
function roomFor({ limits }: Limits): number {
  const lowest = Math.min(...limits.map(({ value }) => value));
  return lowest > 0 ? Number((lowest * HEADROOM).toPrecision(6)) : 1;
}
