import { element, setText } from '../dom/element';
import type { TableModel } from './models';
import { csvOf } from '../format/csv';

/** The numbers behind a chart, and a button that copies them. */
export class TableBlock {
  private readonly caption = element('caption');
  private readonly head = element('tr');
  private readonly body = element('tbody');
  private readonly copy = element('button', { type: 'button', class: 'small' }, 'Copy as CSV');
  private readonly table = element(
    'table',
    {},
    this.caption,
    element('thead', {}, this.head),
    this.body,
  );
  readonly element = element(
    'div',
    { class: 'block' },
    element('div', { class: 'table-scroll', tabindex: 0, role: 'region' }, this.table),
    this.copy,
  );

  constructor(private model: TableModel) {
    this.copy.addEventListener('click', () => {
      void this.copyCsv();
    });
  }

  update(model: TableModel): void {
    this.model = model;
    setText(this.caption, model.caption);
    this.element.firstElementChild?.setAttribute('aria-label', `Table: ${model.caption}`);
    fillRow(this.head, model.columns, () => element('th', { scope: 'col' }));
    while (this.body.rows.length > model.rows.length) this.body.lastElementChild?.remove();
    while (this.body.rows.length < model.rows.length) this.body.append(element('tr'));
    model.rows.forEach((cells, index) => {
      const row = this.body.rows[index];
      if (row === undefined) return;
      fillRow(row, cells, (place) =>
        place === 0 ? element('th', { scope: 'row' }) : element('td'),
      );
    });
  }

  private async copyCsv(): Promise<void> {
    try {
      await navigator.clipboard.writeText(csvOf(this.model));
      setText(this.copy, 'Copied');
    } catch {
      setText(this.copy, 'Copying is not allowed here');
    }
    setTimeout(() => {
      setText(this.copy, 'Copy as CSV');
    }, 2000);
  }
}

function fillRow(
  row: HTMLTableRowElement,
  texts: readonly string[],
  make: (place: number) => HTMLElement,
): void {
  while (row.cells.length > texts.length) row.lastElementChild?.remove();
  texts.forEach((text, place) => {
    const cell = row.cells[place] ?? row.appendChild(make(place));
    setText(cell, text);
  });
}
