const SECOND_STEPS = /** @type {const} */ ([
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
]);
const PLURALS = ['day', 'hour', 'min'];
const BYTE_STEPS = /** @type {const} */ ([
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
  [1, 'B'],
]);
const THOUSAND_STEPS = /** @type {const} */ ([
  [1e6, ' Mil'],
  [1e3, ' K'],
  [1, ''],
]);

/**
 * A value as Grafana shows it.
 * @param {number} value
 * @param {string} unit Grafana's name of it
 * @param {number} [decimals]
 * @returns {string}
 */
export function formatValue(value, unit, decimals) {
  if (unit === 'percentunit') return `${digits(value * 100, decimals)}%`;
  if (unit === 'cps') return `${scaled(value, THOUSAND_STEPS, decimals)} c/s`;
  if (unit === 's' || unit === 'dtdurations') return scaled(value, SECOND_STEPS, decimals, ' ');
  if (unit === 'bytes') return scaled(value, BYTE_STEPS, decimals, ' ');
  if (unit.startsWith('suffix:'))
    return `${digits(value, decimals)}${unit.slice('suffix:'.length)}`;
  return scaled(value, THOUSAND_STEPS, decimals);
}

/**
 * @param {number} value
 * @param {readonly (readonly [number, string])[]} steps
 * @param {number | undefined} decimals
 * @param {string} [space]
 */
function scaled(value, steps, decimals, space = '') {
  const smallest = steps[steps.length - 1] ?? [1, ''];
  const [size, name] =
    value === 0
      ? (steps.find(([size]) => size === 1) ?? smallest)
      : (steps.find(([size]) => Math.abs(value) >= size) ?? smallest);
  const number = digits(value / size, size === 1 ? decimals : undefined);
  const plural = PLURALS.includes(name) && number !== '1' ? 's' : '';
  return `${number}${space}${name}${plural}`;
}

/**
 * @param {number} value
 * @param {number | undefined} decimals
 */
function digits(value, decimals) {
  if (decimals !== undefined) return String(Number(value.toFixed(decimals)));
  return String(Number(value.toPrecision(3)));
}

/**
 * What round numbers of a unit count: minutes of a duration, for example.
 * @param {number} value the largest
 * @param {string} unit
 */
export function sizeOfUnit(value, unit) {
  if (unit !== 'dtdurations') return 1;
  return SECOND_STEPS.find(([size]) => size >= 1 && value >= size)?.[0] ?? 1;
}
