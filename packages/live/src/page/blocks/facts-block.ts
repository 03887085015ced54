import { element, setShown, setText } from '../dom/element';
import { KeyedList } from '../dom/keyed-list';
import type { FactsModel } from './models';

type Row = FactsModel['rows'][number];

/** Names and values. */
export class FactsBlock {
  private readonly title = element('h3', { class: 'block-title' });
  private readonly rows = new KeyedList<Row, HTMLElement>(element('dl', { class: 'facts' }), {
    key: ({ label }) => label,
    make: ({ label }) =>
      element('div', { class: 'fact' }, element('dt', {}, label), element('dd', {})),
    update: (made, { value, isAlarming = false }) => {
      const says = made.lastElementChild;
      if (says === null) return;
      setText(says, value);
      says.classList.toggle('alarming', isAlarming);
    },
  });
  readonly element = element('div', { class: 'block' }, this.title, this.rows.container);

  update({ title, rows }: FactsModel): void {
    setText(this.title, title ?? '');
    setShown(this.title, title !== undefined);
    this.rows.update(rows);
  }
}
