import { element, setAttribute, setShown, setText } from '../dom/element';
import { KeyedList } from '../dom/keyed-list';
import { CUES } from '../style/palette';
import type { BarRow, BarsModel } from './models';

/** Labels with bars and numbers. */
export class BarsBlock {
  private readonly title = element('h3', { class: 'block-title' });
  private readonly empty = element('p', { class: 'quiet' });
  private readonly rows = new KeyedList<BarRow, HTMLElement>(element('ul', { class: 'bars' }), {
    key: ({ key }) => key,
    make: makeRow,
    update: updateRow,
  });
  readonly element = element(
    'div',
    { class: 'block' },
    this.title,
    this.rows.container,
    this.empty,
  );

  update({ title, rows, empty }: BarsModel): void {
    setText(this.title, title ?? '');
    setShown(this.title, title !== undefined);
    setText(this.empty, empty);
    setShown(this.empty, rows.length === 0);
    this.rows.update(rows);
  }
}

function makeRow({ href, ink = 'success', ticks = [] }: BarRow): HTMLElement {
  const label =
    href === undefined
      ? element('span', { class: 'bar-label' })
      : element('a', { class: 'bar-label', href, target: '_blank', rel: 'noreferrer' });
  const fill = element('span', { class: `bar-fill area cue-${CUES[ink]} ink-${ink}` });
  const marks = ticks.map((tick) => {
    const mark = element('span', { class: 'bar-tick' });
    mark.style.left = `${String(tick * 100)}%`;
    return mark;
  });
  return element(
    'li',
    { class: 'bar-row' },
    element('span', { class: 'bar-name' }, label, element('span', { class: 'bar-detail' })),
    element('span', { class: 'bar-track', 'aria-hidden': 'true' }, fill, ...marks),
    element('span', { class: 'bar-text' }),
  );
}

function updateRow(made: HTMLElement, { label, detail = '', share, text, href }: BarRow): void {
  const part = (name: string): HTMLElement | null => made.querySelector(`.${name}`);
  const [name, small, fill, value] = ['bar-label', 'bar-detail', 'bar-fill', 'bar-text'].map(part);
  if (!name || !small || !fill || !value) return;
  setText(name, label);
  if (href !== undefined) setAttribute(name, 'href', href);
  setText(small, detail);
  setShown(small, detail !== '');
  fill.style.width = `${String(Math.min(1, Math.max(0, share)) * 100)}%`;
  setText(value, text);
}
