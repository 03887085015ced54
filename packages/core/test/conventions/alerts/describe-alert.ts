import type { AlertCondition, AlertDefinition, SeriesSelection } from '../../../src/conventions';

const minutes = (seconds: number): string => `${seconds / 60}m`;

function matchers(lists: SeriesSelection['where'], sign: string): string[] {
  return Object.entries(lists ?? {}).map(([key, values]) => `${key}${sign}${values.join('|')}`);
}

function describeSelection({ metric, where, except }: SeriesSelection): string {
  const all = [...matchers(where, '='), ...matchers(except, '!=')];
  return all.length === 0 ? metric.name : `${metric.name}{${all.join(', ')}}`;
}

function describeCondition(condition: AlertCondition): string {
  switch (condition.shape) {
    case 'rate':
      return `${describeSelection(condition.of)} > ${condition.threshold.default} in ${condition.perSeconds}s, ${minutes(condition.windowSeconds)}`;
    case 'increase':
      return `${describeSelection(condition.of)} > ${condition.threshold.default}, ${minutes(condition.windowSeconds)}`;
    case 'share':
      return `${describeSelection(condition.part)} / ${condition.whole.map(describeSelection).join(' + ')} > ${condition.threshold.default}, ${minutes(condition.windowSeconds)}, traffic ${condition.minimumTraffic.default}/s`;
    case 'growth':
      return `${describeSelection(condition.of)} > ${condition.threshold.default} x the ${minutes(condition.pastSeconds)} before, ${minutes(condition.windowSeconds)}`;
    case 'burn':
      return `${describeSelection(condition.part)} / ${describeSelection(condition.whole)} > ${condition.threshold.default} x (1 - ${condition.objective.default}), ${condition.windowsSeconds.map(minutes).join(' and ')}, traffic ${condition.minimumTraffic.default}/s`;
    case 'quantile':
      return `p${condition.quantile * 100} of ${describeSelection(condition.of)} > ${condition.threshold.default}, ${minutes(condition.windowSeconds)}, traffic ${condition.minimumTraffic.default}/s`;
    case 'mean':
      return `mean of ${describeSelection(condition.of)} > ${condition.threshold.default}, ${minutes(condition.windowSeconds)}, traffic ${condition.minimumTraffic.default}/s`;
    case 'highest':
      return `highest ${describeSelection(condition.of)} > ${condition.threshold.default}`;
    case 'down':
      return `${describeSelection(condition.of)} is 0`;
    case 'absent':
      return `no ${describeSelection(condition.of)}, seen in ${minutes(condition.lookBackSeconds)}`;
  }
}

/** An alert in words that a reader can compare with the contract. */
export function describeAlert({
  severity,
  conditions,
  keeps,
  forSeconds,
}: AlertDefinition): string {
  const kept = keeps.length === 0 ? '' : ` by ${keeps.map(({ key }) => key).join()}`;
  return `${conditions.map(describeCondition).join(' AND ')}${kept}; for ${minutes(forSeconds)}; ${severity}`;
}
