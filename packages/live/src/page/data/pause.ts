import { plural } from '../format/numbers';
import { formatSpan } from '../format/times';
import type { Frame } from './frame';

/** What the page was told up to a moment, held there while more is told. */
export class Pause {
  readonly frame: Frame;
  private readonly firing: number;
  private readonly at = performance.now();

  constructor(live: Frame) {
    this.frame = live.copy();
    this.firing = countFiring(live);
  }

  /** For how long, and what was missed: paused 42 s, 3 new findings. */
  describe(live: Frame): string {
    const missed = countFiring(live) - this.firing;
    const news = missed > 0 ? `, ${plural(missed, 'new finding')}` : '';
    return `paused ${formatSpan((performance.now() - this.at) / 1000)}${news}`;
  }
}

function countFiring({ findings }: Frame): number {
  return findings.filter(({ state }) => state === 'firing').length;
}
