import type { AlertName } from '@authmeter/core/conventions';
import type { Scene } from '../scenes/scene';
import { ALERTS_WITH_A_PAST } from '../stage/watch-alerts';
import type { Comparison } from '../truth/compare';
import type { Truth } from '../truth/truth';
import { renderComparison } from './comparison-report';
import { labelledLines } from './labelled-lines';

const MILLISECONDS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;

/** What is known when a scene begins. */
export interface SceneBeginning {
  readonly place: string | undefined;
  readonly serviceUrl: string;
  /** Whether somebody can look at the page, in real time. */
  readonly isWatched: boolean;
}

/** What is shown while a scene is played. */
export function renderSceneTitle(
  { title, happens, shows, seconds }: Scene,
  { place, serviceUrl, isWatched }: SceneBeginning,
): readonly string[] {
  const named = place === undefined ? title : `${place}: ${title}`;
  return [
    isWatched ? `${named} (${String(seconds)} s)` : named,
    ...labelledLines('happens', happens),
    ...(isWatched
      ? [...labelledLines('look for', shows), ...labelledLines('metrics', `${serviceUrl}/metrics`)]
      : []),
  ];
}

/** One thing that was noticed, so long after the scene began. */
export function renderMoment(milliseconds: number, what: string): string {
  const whole = Math.max(0, Math.round(milliseconds / MILLISECONDS_PER_SECOND));
  const minutes = Math.floor(whole / SECONDS_PER_MINUTE);
  const seconds = String(whole % SECONDS_PER_MINUTE).padStart(2, '0');
  return `    ${String(minutes)}:${seconds}    ${what}`;
}

/** What came of a scene. */
export interface SceneOutcome {
  readonly truth: Pick<Truth, 'requests' | 'surprises'>;
  readonly comparison: Comparison;
  /** Kinds of attacks that were found. */
  readonly found: readonly string[];
  /** Alerts that the page has shown firing; undefined where there was none. */
  readonly fired: ReadonlySet<AlertName> | undefined;
}

/** What a person takes along from a scene: what was counted and found, what fired and what did not, and where to read on. */
export function renderSceneReport(
  scene: Scene,
  { truth, comparison, found, fired }: SceneOutcome,
): readonly string[] {
  const [counted = '', ...details] = renderComparison(comparison, truth.surprises);
  const expected = scene.detects.join() === found.join() ? '' : `, not ${list(scene.detects)}`;
  const silent = scene.staysSilent.filter((alert) => fired?.has(alert) !== true);
  return [
    ...labelledLines('counted', `${truth.requests.toLocaleString('en-US')} requests; ${counted}`),
    ...labelledLines('found', `${list(found)}${expected}`),
    ...(fired === undefined
      ? labelledLines('fires', list(scene.fires))
      : renderFired(scene, fired)),
    ...labelledLines('silent', list(silent)),
    ...(scene.runbook === undefined
      ? []
      : labelledLines('runbook', `docs/runbooks/${scene.runbook}.md`)),
    ...details,
    '',
  ];
}

function renderFired({ fires }: Scene, fired: ReadonlySet<AlertName>): readonly string[] {
  const rows: readonly (readonly [label: string, alerts: readonly AlertName[], why: string])[] = [
    [
      'besides',
      [...fired].filter((alert) => !fires.includes(alert)),
      ': not what this is about; a busy machine is slow',
    ],
    [
      'not yet',
      fires.filter((alert) => !fired.has(alert) && !ALERTS_WITH_A_PAST.includes(alert)),
      '',
    ],
    [
      'elsewhere',
      fires.filter((alert) => ALERTS_WITH_A_PAST.includes(alert)),
      ': compares with the hour before, which a scene has not',
    ],
  ];
  return [
    ...labelledLines('fired', list([...fired])),
    ...rows.flatMap(([label, alerts, why]) =>
      alerts.length === 0 ? [] : labelledLines(label, `${list(alerts)}${why}`),
    ),
  ];
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
