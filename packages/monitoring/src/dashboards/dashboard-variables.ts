import {
  ATTEMPTS,
  IP_ADDRESS,
  METHOD,
  OPERATION,
  OPERATION_DURATION,
  prometheusLabel,
} from '@authmeter/core/conventions';
import {
  choiceVariable,
  datasourceVariable,
  labelVariable,
  textVariable,
  type DashboardDraft,
} from '../grafana';
import type { ResolvedOptions } from '../options';
import { selectSeries, type LabelMatcher, type QueryScope } from '../queries';
import type { DashboardName } from './dashboard-links';

type Variables = DashboardDraft['variables'];

const ANY = '.+';
/** A series may lack the label. */
const ANY_OR_NONE = '.*';
const CHOSEN_JOB: LabelMatcher = { label: 'job', operator: '=~', value: '$job' };
const FIRST_OPERATION = 'login';

const FURTHER: Readonly<Record<DashboardName, (scope: QueryScope) => Variables>> = {
  authentication: (scope) => [
    labelVariable(
      {
        name: METHOD.key,
        title: 'Method',
        series: selectSeries({ metric: ATTEMPTS }, ofChosenJobs(scope)),
        label: prometheusLabel(METHOD.key),
      },
      ANY_OR_NONE,
    ),
  ],
  security: () => [
    textVariable(
      prometheusLabel(IP_ADDRESS.key),
      'Source',
      'Only the sources that begin like this: 203.0.113',
    ),
  ],
  performance: (scope) => [
    choiceVariable(
      {
        name: OPERATION.key,
        title: 'Operation',
        series: selectSeries({ metric: OPERATION_DURATION }, ofChosenJobs(scope), 'count'),
        label: prometheusLabel(OPERATION.key),
      },
      FIRST_OPERATION,
    ),
  ],
  credentials: () => [],
  slo: () => [],
};

/** What can be chosen at the top of a dashboard. */
export function dashboardVariables(
  name: DashboardName,
  { scope, datasource }: Pick<ResolvedOptions, 'scope' | 'datasource'>,
): Variables {
  const attempts = { metric: ATTEMPTS };
  return [
    datasourceVariable(datasource),
    labelVariable(
      { name: 'job', title: 'Job', series: selectSeries(attempts, scope), label: 'job' },
      ANY,
    ),
    labelVariable(
      {
        name: 'instance',
        title: 'Instance',
        series: selectSeries(attempts, ofChosenJobs(scope)),
        label: 'instance',
      },
      ANY,
    ),
    ...FURTHER[name](scope),
  ];
}

function ofChosenJobs(scope: QueryScope): QueryScope {
  return { ...scope, matchers: [CHOSEN_JOB, ...scope.matchers] };
}
