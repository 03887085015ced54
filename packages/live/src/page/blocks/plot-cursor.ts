import { movedCursor, nearest } from '../chart/read-keys';
import { element, setAttribute } from '../dom/element';
import { formatTime } from '../format/times';
import type { PlotModel } from './models';

/** What keys do on a chart: they move to an instant, whose values are read out. */
export class PlotCursor {
  /** A slider, because then screen readers hand over the arrow keys and read the value by themselves. */
  readonly element = element('div', { class: 'plot-cursor', role: 'slider', tabindex: 0 });
  private chosen: number | undefined;

  /** @param onMove Called with the instant that was chosen; undefined when none is any more. */
  constructor(
    private model: PlotModel,
    private readonly onMove: (instant: number | undefined) => void,
  ) {
    this.element.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    this.element.addEventListener('blur', () => {
      this.choose(null);
    });
  }

  /** The instant that the keys chose; undefined while they are not in use. */
  get instant(): number | undefined {
    return this.chosen;
  }

  /** @param summary What holds now, in words. */
  update(model: PlotModel, summary: string): void {
    this.model = model;
    const last = Math.max(0, model.at.length - 1);
    setAttribute(
      this.element,
      'aria-label',
      `Read values${model.title ? ` of ${model.title}` : ''}`,
    );
    setAttribute(this.element, 'aria-valuemin', 0);
    setAttribute(this.element, 'aria-valuemax', last);
    // What was chosen is read once, when a key chose it, and not again with every second.
    if (this.chosen !== undefined) return;
    setAttribute(this.element, 'aria-valuenow', last);
    setAttribute(this.element, 'aria-valuetext', `now: ${summary}`);
  }

  private onKey(event: KeyboardEvent): void {
    const { at } = this.model;
    if (at.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const from = this.chosen === undefined ? at.length - 1 : nearest(at, this.chosen);
    const place = movedCursor(event.key, from, at);
    if (place === undefined) return;
    event.preventDefault();
    this.choose(place);
  }

  private choose(place: number | null): void {
    if (place === null) {
      if (this.chosen === undefined) return;
      this.chosen = undefined;
      this.onMove(undefined);
      return;
    }
    const { at, series, format } = this.model;
    const instant = at[place] ?? 0;
    const values = series.map(({ label, values: column }) => {
      const value = column[place];
      return `${label} ${value === null || value === undefined ? 'unknown' : format(value)}`;
    });
    this.chosen = instant;
    setAttribute(this.element, 'aria-valuenow', place);
    setAttribute(this.element, 'aria-valuetext', `${formatTime(instant)}: ${values.join(', ')}`);
    this.onMove(instant);
  }
}
