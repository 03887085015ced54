import { createRequire } from 'node:module';

// Its ESM build imports CommonJS by name, which Node cannot.
/** @type {typeof import('@grafana/data')} */
const { formattedValueToString, getValueFormat } = createRequire(import.meta.url)('@grafana/data');

/** What round numbers of a long time count. */
const TIME_SIZES = [604_800, 86_400, 3600, 60, 1];

/**
 * A value as Grafana shows it, by its own code.
 * @param {number} value
 * @param {string} unit Grafana's name of it
 * @param {number} [decimals]
 * @returns {string}
 */
export function formatValue(value, unit, decimals) {
  return formattedValueToString(getValueFormat(unit)(value, decimals));
}

/**
 * A round number on an axis: without the zeros that fill it up.
 * @param {number} value
 * @param {string} unit
 */
export function formatTick(value, unit) {
  return formatValue(value, unit)
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '');
}

/**
 * What round numbers of a unit count: minutes of a time, for example.
 * @param {number} largest
 * @param {string} unit
 */
export function sizeOfUnit(largest, unit) {
  if (unit !== 's') return 1;
  return TIME_SIZES.find((size) => largest >= 2 * size) ?? 1;
}
