import { element, setShown, setText } from '../dom/element';
import { KeyedList } from '../dom/keyed-list';
import { plural } from '../format/numbers';
import { formatTime } from '../format/times';
import type { EventRow, EventsModel } from './models';

/** What happened: marks on a line of time, and a list with the evidence, newest first. */
export class EventsBlock {
  private readonly line = element('div', { class: 'event-line', 'aria-hidden': 'true' });
  private readonly empty = element('p', { class: 'quiet' });
  private readonly rows = new KeyedList<EventRow, HTMLElement>(element('ol', { class: 'events' }), {
    key: ({ key }) => key,
    make: makeRow,
    // What happened does not change.
    update: () => undefined,
  });
  readonly element = element('div', { class: 'block' }, this.line, this.rows.container, this.empty);

  update({ begin, end, rows, empty }: EventsModel): void {
    setText(this.empty, empty);
    setShown(this.empty, rows.length === 0);
    setShown(this.line, rows.length > 0);
    this.rows.update(rows);
    this.line.replaceChildren(
      ...rows
        .filter(({ at }) => at >= begin)
        .map(({ at, kind, severity }) => {
          const mark = element('span', { class: `event-mark ${kind} ${severity}` });
          mark.style.left = `${String(((at - begin) / (end - begin)) * 100)}%`;
          return mark;
        }),
    );
  }
}

function makeRow({ at, kind, severity, title, count, evidence }: EventRow): HTMLElement {
  return element(
    'li',
    { class: `event ${kind} ${severity}` },
    element('time', { class: 'event-time' }, formatTime(at)),
    element(
      'div',
      { class: 'event-body' },
      element(
        'p',
        { class: 'event-title' },
        element('strong', {}, title),
        ' ',
        element('span', { class: `chip ${severity}` }, kind === 'security' ? severity : kind),
        count > 1 ? ` ${plural(count, 'time')}` : undefined,
      ),
      ...evidence.map((line) => element('p', { class: 'event-evidence' }, line)),
    ),
  );
}
