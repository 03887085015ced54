import { element, setText } from '../dom/element';

const LEAST_PAUSE_MILLISECONDS = 10_000;

/** Says what changed to those who do not see it, at most once in ten seconds; the newest news counts. */
export class Announcer {
  readonly element = element('p', { class: 'visually-hidden', role: 'status' });
  private saidAt = -Infinity;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  say(message: string): void {
    clearTimeout(this.waiting);
    const wait = this.saidAt + LEAST_PAUSE_MILLISECONDS - performance.now();
    if (wait <= 0) this.sayNow(message);
    else this.waiting = setTimeout(() => this.sayNow(message), wait);
  }

  private sayNow(message: string): void {
    this.saidAt = performance.now();
    setText(this.element, message);
  }
}
