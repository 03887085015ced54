import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { STATE_COLOURS } from './colours';
import { draftValuePanel } from './describe-panel';
import type { PanelDraft, ValuePanelSpec } from './panel';

const HEIGHT = 4;

export interface StatSpec extends ValuePanelSpec {
  /** Whether only the end of the range is asked for, and no course is drawn: for queries that cost much. */
  readonly isInstant?: boolean;
}

/** The newest value in large type over its course, coloured by its limits. */
export function statPanel({ isInstant = false, ...spec }: StatSpec): PanelDraft {
  const builder = new PanelBuilder()
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .graphMode(isInstant ? BigValueGraphMode.None : BigValueGraphMode.Area)
    .colorMode(BigValueColorMode.Value)
    // One value needs no name beside the title.
    .textMode(spec.queries.length > 1 ? BigValueTextMode.ValueAndName : BigValueTextMode.Value)
    .colorScheme(
      spec.limits === undefined
        ? new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(STATE_COLOURS.plain)
        : new FieldColorBuilder().mode(FieldColorModeId.Thresholds),
    );
  return draftValuePanel(builder, HEIGHT, isInstant ? 'instant' : 'series', spec);
}
