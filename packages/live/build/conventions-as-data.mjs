import { createRequire } from 'node:module';

const SPECIFIER = '@authmeter/core/conventions';
const require = createRequire(import.meta.url);

/**
 * Puts the conventions into a bundle as plain data. Of a metric only what a page can use is left: its name, and the
 * keys of its attributes. What the page does not import is dropped by the bundler.
 * @returns {import('esbuild').Plugin}
 */
export function conventionsAsData() {
  return {
    name: 'conventions-as-data',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${SPECIFIER}$`) }, () => ({
        path: SPECIFIER,
        namespace: 'data',
        sideEffects: false,
      }));
      build.onLoad({ filter: /.*/, namespace: 'data' }, () => ({
        contents: Object.entries(require(SPECIFIER))
          .filter(([, value]) => typeof value !== 'function')
          .map(
            ([name, value]) => `export const ${name} = ${JSON.stringify(withoutProse(value))};\n`,
          )
          .join(''),
        loader: 'js',
      }));
    },
  };
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function withoutProse(value) {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (!isMetric(value)) return value;
  return { name: value.name, attributes: value.attributes.map(({ key }) => ({ key })) };
}

/**
 * @param {unknown} value
 * @returns {value is import('@authmeter/core/conventions').MetricDefinition}
 */
function isMetric(value) {
  return typeof value === 'object' && value !== null && 'kind' in value && 'attributes' in value;
}
