import { LOOK } from '../look.mjs';
import { label } from '../svg.mjs';

/**
 * What a panel shows where there is nothing to show.
 * @param {import('../../grafana/read-dashboard.mjs').Panel} panel
 * @param {import('../svg.mjs').Box} box
 */
export function drawNothing({ fieldConfig }, { x, y, w, h }) {
  const text = fieldConfig?.defaults.noValue ?? 'No data';
  return label(text, {
    x: x + w / 2,
    y: y + h / 2 + 4,
    anchor: 'middle',
    size: 13,
    fill: LOOK.empty,
  });
}
