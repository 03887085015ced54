import { ALERT_COMPONENT, IP_ADDRESS, prometheusLabel } from '@authmeter/core/conventions';
import { PROJECT_PAGES, type ResolvedOptions } from '../options';
import { matchValues, renderMatchers, type LabelMatcher } from '../queries';
import { referTo } from '../recordings';
import { runbookUrl } from '../rules';
import { viewAlert } from './alert-view';
import type { DashboardKit } from './dashboard-kit';
import { createDashboardLinks } from './dashboard-links';
import { createPanelQueries } from './panel-queries';
import { createServiceObjective } from './service-objective';

const FAILURE_REASONS_URL = `${PROJECT_PAGES}/failure-reasons.md`;

/** A matcher for what is chosen in the variable that is called like the label. */
const chosen = (label: string): LabelMatcher => ({ label, operator: '=~', value: `$${label}` });

/** The sources that begin like what was typed; all where nothing was. */
const TYPED_SOURCE: LabelMatcher = {
  label: prometheusLabel(IP_ADDRESS.key),
  operator: '=~',
  value: `\${${prometheusLabel(IP_ADDRESS.key)}:regex}.*`,
};

/** What the panels of one rendering are made from. */
export function createDashboardKit(options: ResolvedOptions): DashboardKit {
  const { scope } = options;
  const targets = [chosen('job'), chosen('instance'), ...scope.matchers];
  const looking = (...further: readonly LabelMatcher[]) =>
    createPanelQueries({ ...scope, matchers: [...targets, ...further] });
  const context = { ...options, jobMatchers: [chosen('job')] };
  const links = createDashboardLinks({
    runbookUrl: (alert) => runbookUrl(alert, options),
    failureReasonsUrl: FAILURE_REASONS_URL,
    logsUrl: options.logsUrl,
  });
  return {
    queries: looking(),
    byMethod: looking(chosen('method')),
    byOperation: looking(chosen('operation')),
    bySource: looking(TYPED_SOURCE),
    targets: renderMatchers(targets),
    alert: (name, condition = 0) => viewAlert(name, condition, context, links),
    firing: referTo({ record: 'ALERTS' }, scope, [
      matchValues('component', [ALERT_COMPONENT]),
      matchValues('alertstate', ['firing']),
      chosen('job'),
    ]),
    slo: createServiceObjective(context),
    links,
  };
}
