import { element, setText } from '../dom/element';
import { KeyedList } from '../dom/keyed-list';
import { NO_NUMBER } from '../format/numbers';
import { formatTime } from '../format/times';
import { CUES } from '../style/palette';
import type { PlotModel, PlotSeries } from './models';

interface LegendRow extends PlotSeries {
  readonly shown: string;
  readonly isStacked: boolean;
}

/** Names the series of a plot, and says their values: now, or where the cursor is. */
export class PlotLegend {
  private readonly when = element('span', { class: 'legend-when' });
  private readonly rows = new KeyedList<LegendRow, HTMLElement>(
    element('ul', { class: 'legend-rows' }),
    {
      key: ({ label }) => label,
      make: ({ label, ink, isStacked }) => {
        const swatch = isStacked
          ? `swatch area cue-${CUES[ink]} ink-${ink}`
          : `swatch line cue-${CUES[ink]} ink-${ink}`;
        return element(
          'li',
          {},
          element('span', { class: swatch, 'aria-hidden': 'true' }),
          element('span', { class: 'legend-label' }, label),
          element('span', { class: 'legend-value' }),
        );
      },
      update: (made, { shown }) => {
        if (made.lastElementChild !== null) setText(made.lastElementChild, shown);
      },
    },
  );
  readonly element = element('div', { class: 'legend' }, this.rows.container, this.when);

  /** @param place Which instant to read; undefined for now. */
  update({ series, at, format, isStacked }: PlotModel, place: number | undefined): void {
    const instant = place === undefined ? undefined : at[place];
    this.rows.update(
      series.map((one) => {
        const value = place === undefined ? undefined : one.values[place];
        const read = value === null || value === undefined ? NO_NUMBER : format(value);
        return { ...one, isStacked, shown: place === undefined ? one.text : read };
      }),
    );
    setText(this.when, instant === undefined ? '' : formatTime(instant));
  }
}
