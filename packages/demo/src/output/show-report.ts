import type { ScenePlayed } from '../run-scene';
import { SCENE_TIME_SCALE, type Scene } from '../scenes/scene';

/** What a person needs to know before the first scene. */
export function renderShowGreeting(
  scenes: readonly Scene[],
  pageUrl: string | undefined,
): readonly string[] {
  const what = scenes.length === 1 ? 'one thing' : `${String(scenes.length)} things`;
  return [
    `Authmeter demo: ${what} that can happen to a service, as its own metrics tell it.`,
    'Every request is sent, every password hashed, every token verified; after each the metrics are checked.',
    '',
    ...(pageUrl === undefined
      ? [
          'Time passes as fast as the service answers, so there is no page to look at; `--scene all` has one.',
          'What fires does so in Prometheus, by the rules of @authmeter/monitoring; its tests play these scenes.',
        ]
      : [
          `  look here  ${pageUrl}`,
          `  its clock  alerts look ${String(SCENE_TIME_SCALE)} times as fast: five minutes of theirs pass in 30 s`,
        ]),
    '',
  ];
}

/** What it all came to. */
export function renderShowSummary(played: readonly ScenePlayed[]): readonly string[] {
  if (played.length === 0) return ['Ended before a scene was over.'];
  const requests = played.reduce((sum, scene) => sum + scene.requests, 0);
  const wrong = played.filter(({ isRight }) => !isRight).map(({ scene }) => scene.name);
  const scenes = played.length === 1 ? '1 scene' : `${String(played.length)} scenes`;
  return [
    `${scenes}, ${requests.toLocaleString('en-US')} requests: ${
      wrong.length === 0
        ? 'in every series the metrics say what was sent, and the detectors found what it was.'
        : `the metrics or the detectors say something else in ${wrong.join(', ')}.`
    }`,
  ];
}
