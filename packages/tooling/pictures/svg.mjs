/** How wide a character is on average, in parts of its height. */
const CHARACTER_WIDTH = 0.54;

/** @typedef {{ x: number, y: number, w: number, h: number }} Box pixels */

/**
 * @param {string} text
 * @returns {string}
 */
export function escape(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * A coordinate, as short as it can be without being seen.
 * @param {number} pixels
 */
export function pixel(pixels) {
  return String(Math.round(pixels * 10) / 10);
}

/** How far a line may pass from a point that it leaves out. */
const TOLERANCE_PIXELS = 0.6;

/**
 * The points that a line needs to look as with all of them, by Ramer, Douglas and Peucker.
 * @template {readonly [x: number, y: number]} Point
 * @param {readonly Point[]} points from left to right
 * @returns {Point[]}
 */
export function simplify(points) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return [...points];
  const slope = (last[1] - first[1]) / (last[0] - first[0] || 1);
  const distances = points.map(([x, y]) => Math.abs(first[1] + slope * (x - first[0]) - y));
  const farthest = distances.indexOf(Math.max(...distances));
  if ((distances[farthest] ?? 0) <= TOLERANCE_PIXELS) return [first, last];
  return [
    ...simplify(points.slice(0, farthest + 1)).slice(0, -1),
    ...simplify(points.slice(farthest)),
  ];
}

/**
 * A line through points as the data of a path, told by how far each is from the one before: half as long.
 * @param {readonly (readonly [x: number, y: number])[]} points pixels
 */
export function polyline(points) {
  const tenths = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]);
  return tenths
    .map(([x = 0, y = 0], index) => {
      const before = tenths[index - 1];
      if (before === undefined) return `M${x / 10} ${y / 10}`;
      const [dx, dy] = [(x - (before[0] ?? 0)) / 10, (y - (before[1] ?? 0)) / 10];
      return dy === 0 ? `h${dx}` : `l${dx}${dy < 0 ? '' : ' '}${dy}`;
    })
    .join('');
}

/**
 * An element; attributes that are undefined are left out.
 * @param {string} name
 * @param {Record<string, string | number | undefined>} attributes
 * @param {string} [content]
 */
export function element(name, attributes, content) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? pixel(value) : value}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/**
 * A line of text.
 * @param {string} content plain text
 * @param {{ x: number, y: number, size?: number, fill?: string, anchor?: 'middle' | 'end', weight?: number }} style
 */
export function label(content, { x, y, size, fill, anchor, weight }) {
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      fill,
      'text-anchor': anchor,
      'font-weight': weight === undefined ? undefined : String(weight),
    },
    escape(content),
  );
}

/**
 * About how wide a text will be.
 * @param {string} text
 * @param {number} size
 */
export function widthOf(text, size) {
  return text.length * size * CHARACTER_WIDTH;
}

/**
 * The text, or as much of it as fits.
 * @param {string} text
 * @param {number} size
 * @param {number} width
 */
export function shorten(text, size, width) {
  const fitting = Math.floor(width / (size * CHARACTER_WIDTH));
  return text.length <= fitting ? text : `${text.slice(0, Math.max(fitting - 1, 1))}…`;
}
