import { MappingType, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { draftValuePanel } from './describe-panel';
import type { PanelDraft, ValuePanelSpec } from './panel';

const HEIGHT = 8;

/** What a value stands for. */
export interface State {
  readonly text: string;
  readonly colour: string;
}

export interface StateTimelineSpec extends Omit<ValuePanelSpec, 'limits' | 'colours'> {
  /** By value. */
  readonly states: Readonly<Record<number, State>>;
}

/** The state of each series over time. */
export function stateTimelinePanel({ states, ...spec }: StateTimelineSpec): PanelDraft {
  const mapping: ValueMapping = {
    type: MappingType.ValueToText,
    options: Object.fromEntries(
      Object.entries(states).map(([value, { text, colour }], index) => [
        value,
        { text, color: colour, index },
      ]),
    ),
  };
  const builder = new PanelBuilder().mappings([mapping]).fillOpacity(80).rowHeight(0.7);
  return draftValuePanel(builder, HEIGHT, 'series', spec);
}
