import { colourOf, paletteColour } from './look.mjs';

/** @typedef {import('../grafana/read-dashboard.mjs').Panel} Panel */
/** @typedef {import('./answers.mjs').DashboardAnswers} DashboardAnswers */
/** @typedef {import('./answers.mjs').Series} Series */

/**
 * A series as a panel shows it.
 * @typedef {Series & { name: string, colour: string }} Frame
 */

/**
 * The series of a panel with the names and colours that the dashboard gives them. Those with no points are left out.
 * @param {Panel} panel
 * @param {DashboardAnswers} answers
 * @returns {Frame[]}
 */
export function framesOf(panel, { panels }) {
  const named = (panel.targets ?? []).flatMap(({ refId, legendFormat }) =>
    (panels[`${panel.id} ${refId}`] ?? [])
      .filter(({ points }) => points.length > 0)
      .map((series) => ({ ...series, name: nameOf(series.labels, legendFormat) })),
  );
  return named.map((series, index) => ({
    ...series,
    colour: fixedColour(panel, series.name) ?? paletteColour(index),
  }));
}

/**
 * @param {Record<string, string>} labels
 * @param {string} legendFormat
 */
function nameOf(labels, legendFormat = '__auto') {
  if (legendFormat === '__auto') {
    return Object.entries(labels)
      .map(([label, value]) => `${label}="${value}"`)
      .join(' ');
  }
  return legendFormat.replaceAll(/\{\{(\w+)\}\}/g, (_, label) => labels[label] ?? '').trim();
}

/**
 * @param {Panel} panel
 * @param {string} name
 * @returns {string | undefined}
 */
function fixedColour({ fieldConfig }, name) {
  const override = fieldConfig?.overrides.find(({ matcher }) => matcher.options === name);
  const colour = override?.properties.find(({ id }) => id === 'color')?.value.fixedColor;
  return colour === undefined ? undefined : colourOf(colour);
}

/**
 * The colour that the limits of a panel give to a value.
 * @param {{ value: number | null, color: string }[]} steps
 * @param {number} value
 */
export function limitColour(steps, value) {
  const reached = steps.filter((step) => step.value === null || value >= step.value);
  return colourOf(reached.at(-1)?.color ?? 'text');
}

/**
 * The newest value.
 * @param {Series} series
 * @returns {number}
 */
export function lastValue({ points }) {
  return points.at(-1)?.[1] ?? Number.NaN;
}
