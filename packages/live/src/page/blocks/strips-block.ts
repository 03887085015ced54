import { element, setText } from '../dom/element';
import { KeyedList } from '../dom/keyed-list';
import type { StripsModel } from './models';

type Row = StripsModel['rows'][number];
type Segment = Row['segments'][number];

/** Whether things were up or down, over time. */
export class StripsBlock {
  private model: StripsModel | undefined;
  private readonly rows = new KeyedList<Row, HTMLElement>(element('ul', { class: 'strips' }), {
    key: ({ key }) => key,
    make: () =>
      element(
        'li',
        { class: 'strip-row' },
        element('span', { class: 'strip-label' }),
        element('span', { class: 'strip', 'aria-hidden': 'true' }),
        element('span', { class: 'strip-text' }),
      ),
    update: (made, row) => {
      this.updateRow(made, row);
    },
  });
  readonly element = element('div', { class: 'block' }, this.rows.container);

  update(model: StripsModel): void {
    this.model = model;
    this.rows.update(model.rows);
  }

  private updateRow(made: HTMLElement, { label, text, isDown, segments }: Row): void {
    const [name, strip, says] = made.children;
    if (name === undefined || strip === undefined || says === undefined) return;
    setText(name, label);
    setText(says, text);
    says.classList.toggle('alarming', isDown);
    strip.replaceChildren(...segments.map((segment) => this.segment(segment)));
  }

  private segment({ begin, end, state }: Segment): HTMLElement {
    const { begin: from = 0, end: to = 1 } = this.model ?? {};
    const made = element('span', { class: `segment ${state}` });
    made.style.left = `${String(((begin - from) / (to - from)) * 100)}%`;
    made.style.width = `${String(((end - begin) / (to - from)) * 100)}%`;
    return made;
  }
}
