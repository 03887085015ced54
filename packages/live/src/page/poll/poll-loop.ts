import type { PollResult } from './poll-data';

const PAUSE_MILLISECONDS = 1000;
const LONGEST_PAUSE_MILLISECONDS = 30_000;

/** How long to wait after so many failures in a row: 1, 2, 4 … 30 s. */
function pauseAfter(failures: number): number {
  if (failures === 0) return PAUSE_MILLISECONDS;
  return Math.min(LONGEST_PAUSE_MILLISECONDS, PAUSE_MILLISECONDS * 2 ** (failures - 1));
}

/** Asks again and again, while the page is seen and access lasts. */
export class PollLoop {
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;
  private isEnded = false;

  constructor(
    private readonly ask: () => Promise<PollResult>,
    private readonly onResult: (result: PollResult) => void,
  ) {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) clearTimeout(this.timer);
      else this.now();
    });
  }

  /** Asks at once, and goes on from there. */
  now(): void {
    clearTimeout(this.timer);
    if (!this.isAsking && !this.isEnded) void this.run();
  }

  private async run(): Promise<void> {
    this.isAsking = true;
    const result = await this.ask();
    this.isAsking = false;
    this.failures = result.kind === 'failed' ? this.failures + 1 : 0;
    this.isEnded = result.kind === 'ended';
    this.onResult(result);
    if (this.isEnded || document.hidden) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.now();
    }, pauseAfter(this.failures));
  }
}
