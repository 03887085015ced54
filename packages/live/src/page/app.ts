import type { LivePayload } from '../shared/payload';
import { Frame } from './data/frame';
import { Pause } from './data/pause';
import { PageShell } from './page-shell';
import { DataPoll, type PollResult } from './poll/poll-data';
import { PollLoop } from './poll/poll-loop';
import { connectionState, describeConnection, type ConnectionState } from './sections/connection';
import { describeChange } from './sections/describe-process';
import { onSystemColours } from './style/theme';
import { readUrlState, writeUrlState, type UrlState } from './url-state';

const REDUCED_MOTION = matchMedia('(prefers-reduced-motion: reduce)');
const CALM_MILLISECONDS = 5000;

/** The page: what it was told, what the reader chose, and what follows from both. */
export class App {
  private state: UrlState = readUrlState(location.search);
  private live: Frame | undefined;
  private pause: Pause | undefined;
  private answeredAt: number | undefined;
  private isEnded = false;
  private drawnAt = -Infinity;
  private connection: ConnectionState['kind'] = 'waiting';
  private readonly data = new DataPoll();
  private readonly shell: PageShell;
  private readonly loop = new PollLoop(
    () => this.data.poll(this.live, this.state.sender),
    (result) => {
      this.onResult(result);
    },
  );

  constructor() {
    this.shell = new PageShell(this.state, {
      onChange: (change) => {
        this.change(change);
      },
      onPause: () => {
        this.togglePause();
      },
    });
    onSystemColours(() => {
      this.shell.applyTheme(this.state);
    });
    document.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    this.shell.applyTheme(this.state);
    this.shell.applyForm(this.state);
    this.render();
  }

  /** Begins to ask for data. */
  start(): void {
    this.loop.now();
    setInterval(() => {
      this.showConnection();
    }, 1000);
  }

  private change(change: Partial<UrlState>): void {
    this.state = { ...this.state, ...change };
    const { pathname, hash } = location;
    history.replaceState(null, '', `${pathname}${writeUrlState(this.state)}${hash}`);
    if (change.theme !== undefined) this.shell.applyTheme(this.state);
    if (change.form !== undefined) this.shell.applyForm(this.state);
    if (change.sender !== undefined) {
      this.live = undefined;
      this.pause = undefined;
      this.loop.now();
    }
    this.render();
  }

  private onKey({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): void {
    const isChoosing = target instanceof HTMLSelectElement;
    if (!this.state.keys || isChoosing || ctrlKey || altKey || metaKey) return;
    const { form } = this.state;
    if (key.toLowerCase() === 't') this.change({ form: form === 'chart' ? 'table' : 'chart' });
    if (key.toLowerCase() === 'p') this.togglePause();
  }

  private togglePause(): void {
    if (this.live === undefined) return;
    this.pause = this.pause === undefined ? new Pause(this.live) : undefined;
    this.shell.announcer.say(this.pause === undefined ? 'Live again' : 'Paused');
    this.showConnection();
    this.render();
  }

  private onResult(result: PollResult): void {
    this.isEnded = result.kind === 'ended';
    if (result.kind === 'payload' || result.kind === 'unchanged') {
      this.answeredAt = performance.now();
    }
    if (result.kind === 'payload') {
      this.take(result.payload);
      if (this.pause === undefined && this.mayDraw(result.payload)) this.render();
    }
    this.showConnection();
    // The first answer leaves the hour out, so that it comes sooner.
    if (result.kind === 'payload' && this.live?.hasHour === false) this.loop.now();
  }

  /** Who wants little to move gets a new picture every five seconds. */
  private mayDraw({ start }: LivePayload): boolean {
    const now = performance.now();
    const isCalm = REDUCED_MOTION.matches && start === undefined && this.live?.hasHour === true;
    if (isCalm && now - this.drawnAt < CALM_MILLISECONDS) return false;
    this.drawnAt = now;
    return true;
  }

  private take(payload: LivePayload): void {
    const { start } = payload;
    if (start === undefined) {
      this.live?.apply(payload);
      return;
    }
    const before = this.live;
    this.live = new Frame({ ...payload, start });
    if (before !== undefined && before.instance !== payload.instance) {
      const change = describeChange(before.start.process, start.process, before.now);
      this.shell.banners.showChange(change);
      this.shell.announcer.say(change);
    }
  }

  private showConnection(): void {
    const silent =
      this.answeredAt === undefined ? undefined : (performance.now() - this.answeredAt) / 1000;
    const state = connectionState(silent, this.isEnded);
    const text = describeConnection(state);
    const pause = this.live === undefined ? undefined : this.pause?.describe(this.live);
    this.shell.banners.showConnection(state, this.live?.now);
    this.shell.header.showStatus(state, pause ?? text, pause !== undefined);
    if (state.kind === this.connection) return;
    // A short silence is no news, and neither is that it is over.
    const isNews =
      this.connection !== 'waiting' && this.connection !== 'quiet' && state.kind !== 'quiet';
    if (isNews || state.kind === 'stale') this.shell.announcer.say(text);
    this.connection = state.kind;
  }

  private render(): void {
    this.shell.render(this.pause?.frame ?? this.live, this.state);
  }
}
