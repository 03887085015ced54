import {
  BarGaugeDisplayMode,
  BarGaugeValueMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { draftValuePanel } from './describe-panel';
import type { PanelDraft, ValuePanelSpec } from './panel';

const HEIGHT = 8;

/** The value of each series at the end of the range, as a bar. */
export function barGaugePanel(spec: ValuePanelSpec): PanelDraft {
  const builder = new PanelBuilder()
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Basic)
    .valueMode(BarGaugeValueMode.Text)
    .colorScheme(
      new FieldColorBuilder().mode(
        spec.limits === undefined
          ? FieldColorModeId.PaletteClassicByName
          : FieldColorModeId.Thresholds,
      ),
    );
  return draftValuePanel(builder, HEIGHT, 'instant', spec);
}
