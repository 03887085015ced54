import type { PlotMark } from '../blocks/models';
import type { View } from '../data/view';

/** What is marked on every chart over time: detections, rotations, and where the record begins. */
export function marksOf({ frame, begin }: View): readonly PlotMark[] {
  const happened = frame.detections.flatMap(({ at, kind }): PlotMark[] =>
    kind === 'lockout' || at < begin ? [] : [{ at, kind }],
  );
  const started = frame.start.process.startedAt;
  return started < begin ? happened : [...happened, { at: started, kind: 'restart' }];
}
