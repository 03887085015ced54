import type { Frame } from '../../src/page/data/frame';
import { View, type Filter, type RangeName } from '../../src/page/data/view';
import { BRUTE_FORCE } from '../scenes/brute-force';
import { NORMAL_DAY } from '../scenes/normal-day';
import { OUTAGE } from '../scenes/outage';
import { createSimulatedService, type SecondOfTraffic } from '../scenes/simulated-service';
import { frameOf } from '../support/frame-of';

type Story = readonly (readonly [scene: string, seconds: number, SecondOfTraffic])[];

/** Each scene goes on where the one before it in its story ended. */
const STORIES: readonly Story[] = [
  [
    ['calm', 350, NORMAL_DAY],
    ['attack', 150, BRUTE_FORCE],
  ],
  [
    ['before', 100, NORMAL_DAY],
    ['outage', 200, OUTAGE],
    ['silence', 100, () => undefined],
  ],
];

/** What the page was told at the end of each scene. */
export class PlayedScenes {
  private readonly frames = new Map<string, Frame>();

  async play(): Promise<void> {
    for (const story of STORIES) {
      const service = createSimulatedService();
      for (const [scene, seconds, traffic] of story) {
        await service.run(seconds, traffic);
        this.frames.set(scene, await frameOf(service.source));
      }
      await service.shutdown();
    }
  }

  frame(scene: string): Frame {
    const frame = this.frames.get(scene);
    if (frame === undefined) throw new Error(`there is no scene ${scene}`);
    return frame;
  }

  view(scene: string, range: RangeName = '5m', filter: Filter = {}): View {
    return new View(this.frame(scene), range, filter);
  }
}

/** A text as it is typed: without the narrow spaces of numbers. */
export function plain(text: string): string {
  return text.replaceAll('\u202f', ' ');
}
