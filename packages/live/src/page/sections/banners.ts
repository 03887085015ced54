import { element, setShown, setText } from '../dom/element';
import { formatTime } from '../format/times';
import type { ConnectionState } from './connection';

/** What stands above everything while something is not as usual. */
export class Banners {
  private readonly connection = element('p', { class: 'banner critical', hidden: true });
  private readonly change = element('p', { class: 'banner warning', hidden: true });
  private readonly reload = element('a', { href: '' }, 'Reload');
  readonly element = element('div', { class: 'banners' }, this.connection, this.change);
  private hideChange: ReturnType<typeof setTimeout> | undefined;

  /** @param lastAnswer Instant of the last answer on the clock of the process. */
  showConnection({ kind }: ConnectionState, lastAnswer: number | undefined): void {
    const since = lastAnswer === undefined ? '' : ` What you see is of ${formatTime(lastAnswer)}.`;
    const text =
      kind === 'stale'
        ? `The process does not answer.${since} `
        : kind === 'ended'
          ? `Access ended, or the page is no longer served here (AM11).${since} `
          : '';
    if (this.connection.dataset['text'] !== text) {
      this.connection.dataset['text'] = text;
      this.connection.replaceChildren(text, kind === 'ended' ? this.reload : '');
    }
    setShown(this.connection, text !== '');
  }

  /** Says that another process answers now, for a while. */
  showChange(text: string): void {
    setText(this.change, text);
    setShown(this.change, true);
    clearTimeout(this.hideChange);
    this.hideChange = setTimeout(() => {
      setShown(this.change, false);
    }, 60_000);
  }
}
