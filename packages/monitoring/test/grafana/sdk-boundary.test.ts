import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '../../src');

it('only the folder grafana imports the Foundation SDK', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const importers = files.filter(
    (file) =>
      file.endsWith('.ts') && readFileSync(join(SOURCES, file), 'utf8').includes('@grafana/'),
  );

  expect(importers.length).toBeGreaterThan(5);
  expect(importers.filter((file) => !file.startsWith('grafana/'))).toEqual([]);
});
