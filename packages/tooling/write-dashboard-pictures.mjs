// Draws the pictures of docs/dashboards.md from what a real Prometheus answers. `--minutes N` says how long the services
// are visited (20 unless given), `--redraw` draws what was recorded last time.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderDashboards } from '../monitoring/dist/index.js';
import { drawDashboard } from './pictures/draw-dashboard.mjs';
import { recordAnswers } from './pictures/record-answers.mjs';
import { WORKSPACE_ROOT } from './workspace/read-workspace.mjs';

/** @typedef {import('./grafana/read-dashboard.mjs').Dashboard} Dashboard */
/** @typedef {import('./pictures/record-answers.mjs').Recording} Recording */

// The Prometheus ends with this process, but only where it exits by itself.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    redraw: { type: 'boolean', default: false },
  },
});
const cache = join(WORKSPACE_ROOT, '.cache/dashboard-pictures');
const file = join(cache, 'answers.json');
const rendered = renderDashboards().map(({ name, dashboard }) => ({
  name,
  dashboard: /** @type {Dashboard} */ (dashboard),
}));

if (!values.redraw) {
  const recording = await recordAnswers(
    rendered.map(({ dashboard }) => dashboard),
    Number(values.minutes),
    (line) => console.log(line),
  );
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, JSON.stringify(recording));
}
/** @type {Recording} */
const { range, variables, answers } = JSON.parse(readFileSync(file, 'utf8'));
for (const { name, dashboard } of rendered) {
  const own = answers[dashboard.uid] ?? { panels: {}, annotations: {} };
  const picture = drawDashboard(dashboard, own, range, variables);
  const path = `docs/images/dashboard-${name}.svg`;
  writeFileSync(join(WORKSPACE_ROOT, path), picture);
  console.log(`${path}: ${Math.round(picture.length / 1024)} kB`);
}
