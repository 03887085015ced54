import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDashboards } from '@authmeter/monitoring';
import type { Dashboard } from '../../grafana/read-dashboard.mjs';

const IMAGES = join(__dirname, '../../../../docs/images');
const MOST_BYTES = 150_000;

describe.each(renderDashboards())('the picture of the dashboard $name', ({ name, dashboard }) => {
  const picture = readFileSync(join(IMAGES, `dashboard-${name}.svg`), 'utf8');

  it('shows every open panel of it', async () => {
    const { escape } = await import('../../pictures/svg.mjs');
    const titles = (dashboard as Dashboard).panels
      .filter(({ type }) => type !== 'row')
      .map(({ title }) => escape(title.replace('$operation', 'login')));

    expect(titles.filter((title) => !picture.includes(`>${title}</text>`))).toEqual([]);
  });

  it('is small, and honest about who drew it', () => {
    expect(Buffer.byteLength(picture)).toBeLessThan(MOST_BYTES);
    expect(picture).toContain("Drawn by Authmeter's own renderer");
  });

  it('has data in every panel', () => {
    expect(picture).not.toMatch(/>(No data|no traffic|not recorded|no rules|no data)</);
  });
});
