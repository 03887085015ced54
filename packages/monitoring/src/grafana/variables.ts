import {
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DATASOURCE } from './queries';

const ALL = { text: ['All'], value: ['$__all'] };

/** The Prometheus that everything is read from; with a name, that one unless somebody chooses another. */
export function datasourceVariable(name: string | undefined): DatasourceVariableBuilder {
  const builder = new DatasourceVariableBuilder('datasource')
    .label('Data source')
    .type('prometheus');
  return name === undefined ? builder : builder.current({ text: name, value: name });
}

export interface LabelVariable {
  readonly name: string;
  readonly title: string;
  /** Series that carry the label; may hold other variables. */
  readonly series: string;
  readonly label: string;
}

/** Any number of a label's values, at first all. */
export function labelVariable(
  { name, title, series, label }: LabelVariable,
  allValue: string,
): QueryVariableBuilder {
  return queryVariable({ name, title, series, label })
    .multi(true)
    .includeAll(true)
    .allValue(allValue)
    .current(ALL);
}

/** One of a label's values. */
export function choiceVariable(variable: LabelVariable, first: string): QueryVariableBuilder {
  return queryVariable(variable).current({ text: first, value: first });
}

/** Text that somebody types. */
export function textVariable(
  name: string,
  title: string,
  description: string,
): TextBoxVariableBuilder {
  return new TextBoxVariableBuilder(name)
    .label(title)
    .description(description)
    .defaultValue('')
    .current({ text: '', value: '' });
}

function queryVariable({ name, title, series, label }: LabelVariable): QueryVariableBuilder {
  const query = `label_values(${series}, ${label})`;
  return new QueryVariableBuilder(name)
    .label(title)
    .datasource(DATASOURCE)
    .query(query)
    .definition(query)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
}
