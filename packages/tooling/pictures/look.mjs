/** Colours and sizes of the pictures, after the dark theme of Grafana. */
export const LOOK = {
  page: '#111217',
  panel: '#181b1f',
  border: '#2c3036',
  text: '#d5d6e0',
  quiet: '#9d9fac',
  grid: '#2a2d33',
  empty: '#6e7079',
};

export const FONT = 'Inter, Helvetica, Arial, sans-serif';

/** The named colours of Grafana. */
const NAMED = new Map([
  ['green', '#73bf69'],
  ['orange', '#ff9830'],
  ['red', '#f2495c'],
  ['blue', '#5794f2'],
  ['purple', '#b877d9'],
  ['text', LOOK.text],
]);

/** In the order in which Grafana gives them to series. */
const PALETTE = [
  '#73bf69',
  '#fade2a',
  '#5794f2',
  '#ff9830',
  '#f2495c',
  '#1f60c4',
  '#b877d9',
  '#8ab8ff',
  '#ca95e5',
  '#96d98d',
  '#ffb357',
  '#ff7383',
];

/**
 * A colour of a dashboard as SVG has it.
 * @param {string} colour
 */
export function colourOf(colour) {
  return NAMED.get(colour) ?? colour;
}

/**
 * The colour of the series in that place.
 * @param {number} index
 */
export function paletteColour(index) {
  return PALETTE[index % PALETTE.length] ?? LOOK.text;
}
