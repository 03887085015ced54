import type { Scene } from '../scenes/scene';
import type { Comparison } from '../truth/compare';
import type { Truth } from '../truth/truth';
import { renderComparison } from './comparison-report';

/** What is shown while a scene is played. */
export function renderSceneTitle(
  { title, seconds }: Scene,
  serviceUrl: string,
  pageUrl: string | undefined,
): readonly string[] {
  const length = pageUrl === undefined ? '' : ` for ${String(seconds)} s`;
  return [
    `${title}${length}`,
    ...(pageUrl === undefined ? [] : [`  look at   ${pageUrl}`]),
    `  metrics   ${serviceUrl}/metrics`,
  ];
}

/** What a person takes along from a scene: what happened, what it fires and what not, and which runbook to open. */
export function renderSceneReport(
  { happens, fires, staysSilent, runbook }: Scene,
  { requests, surprises }: Pick<Truth, 'requests' | 'surprises'>,
  comparison: Comparison,
): readonly string[] {
  const [counted = '', ...details] = renderComparison(comparison, surprises);
  const silent = `not ${staysSilent.join(', ')}`;
  return [
    `  happened  ${happens} ${String(requests)} requests; ${counted}.`,
    `  alerts    ${[...(fires.length === 0 ? ['none'] : fires), silent].join(', ')}`,
    `  runbook   ${runbook === undefined ? 'none' : `docs/runbooks/${runbook}.md`}`,
    ...details,
    '',
  ];
}
