import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderFiles } from '../../src';
import { GENERATED_FOLDER } from '../generated-files';

const FILES = renderFiles();

describe('the committed files', () => {
  it('are exactly those that are rendered', () => {
    const committed = readdirSync(GENERATED_FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(GENERATED_FOLDER.length + 1));

    expect(committed.sort()).toEqual(FILES.map(({ path }) => path).sort());
  });

  it.each(FILES)('do not change when they are rendered again: $path', ({ path, text }) => {
    expect(readFileSync(join(GENERATED_FOLDER, path), 'utf8')).toBe(text);
  });
});
