const STEP_MILLISECONDS = 1000;
const IDLE_STEP_MILLISECONDS = 10_000;
const IDLE_AFTER_MILLISECONDS = 60_000;
/** A step that took this many times as long as planned was held up by something. */
const LATE_FACTOR = 2;

/** What a pulse needs from outside. */
export interface PulseOptions {
  /** Milliseconds since an arbitrary start. */
  readonly monotonicMilliseconds: () => number;
  /** Runs once a step; the next step waits for it. Must not reject. */
  readonly onStep: (step: {
    readonly plannedSeconds: number;
    readonly isLate: boolean;
  }) => Promise<void>;
}

/** Steps once a second while somebody watches, once in ten seconds otherwise. Never keeps the process alive. */
export class Pulse {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isStopped = true;
  private watchedAt: number;
  private steppedAt: number;
  private plannedMilliseconds = STEP_MILLISECONDS;

  constructor(private readonly options: PulseOptions) {
    this.watchedAt = options.monotonicMilliseconds();
    this.steppedAt = this.watchedAt;
  }

  /** Seconds between two steps as planned now. */
  get stepSeconds(): number {
    return this.plannedMilliseconds / STEP_MILLISECONDS;
  }

  start(): void {
    if (!this.isStopped) return;
    this.isStopped = false;
    this.steppedAt = this.options.monotonicMilliseconds();
    this.plan();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** Somebody watches. Resolves when the record is fresh: at once, unless nobody has watched for a minute. */
  async watch(): Promise<void> {
    this.watchedAt = this.options.monotonicMilliseconds();
    if (this.isStopped || this.plannedMilliseconds === STEP_MILLISECONDS) return;
    clearTimeout(this.timer);
    await this.step();
  }

  private plan(): void {
    const now = this.options.monotonicMilliseconds();
    const isWatched = now - this.watchedAt < IDLE_AFTER_MILLISECONDS;
    this.plannedMilliseconds = isWatched ? STEP_MILLISECONDS : IDLE_STEP_MILLISECONDS;
    // Measured from the last step, so that delays do not add up.
    const wait = Math.max(0, this.steppedAt + this.plannedMilliseconds - now);
    this.timer = setTimeout(() => void this.step(), wait);
    this.timer.unref();
  }

  private step(): Promise<void> {
    this.running ??= this.runStep().finally(() => {
      this.running = undefined;
      if (!this.isStopped) this.plan();
    });
    return this.running;
  }

  private async runStep(): Promise<void> {
    const now = this.options.monotonicMilliseconds();
    const planned = this.plannedMilliseconds;
    const isLate = now - this.steppedAt > planned * LATE_FACTOR;
    // A late step starts the rhythm anew; catching up would only give empty slots.
    this.steppedAt = isLate || now < this.steppedAt + planned ? now : this.steppedAt + planned;
    await this.options.onStep({ plannedSeconds: planned / STEP_MILLISECONDS, isLate });
  }
}
