import type { View } from '../data/view';
import { element, setShown, setText } from '../dom/element';
import { readTiles, type TileModel } from './read-tiles';

/** The row of tiles. */
export class Tiles {
  readonly element = element('section', { class: 'tiles', 'aria-label': 'Now, last 30 seconds' });
  private labels = '';

  update(view: View): void {
    const tiles = readTiles(view);
    const labels = tiles.map(({ label }) => label).join();
    if (labels !== this.labels) this.element.replaceChildren(...tiles.map(makeTile));
    this.labels = labels;
    tiles.forEach((tile, index) => {
      const made = this.element.children[index];
      if (made !== undefined) updateTile(made, tile);
    });
  }
}

function makeTile({ label, unit, panel }: TileModel): HTMLElement {
  return element(
    'a',
    { class: 'tile', href: `#${panel}` },
    element('span', { class: 'tile-label' }, label),
    element(
      'span',
      { class: 'tile-value' },
      element('span', { class: 'tile-number' }),
      unit === undefined ? undefined : element('span', { class: 'tile-unit' }, unit),
    ),
    element('span', { class: 'tile-before' }),
  );
}

function updateTile(made: Element, { value, before, isAlarming = false }: TileModel): void {
  const [number, past] = ['.tile-number', '.tile-before'].map((name) =>
    made.querySelector<HTMLElement>(name),
  );
  if (!number || !past) return;
  setText(number, value);
  number.classList.toggle('alarming', isAlarming);
  setText(past, before === undefined ? '' : `5 min ago ${before}`);
  setShown(past, before !== undefined);
}
