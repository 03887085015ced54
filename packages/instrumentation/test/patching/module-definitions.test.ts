import { diag, DiagLogLevel } from '@opentelemetry/api';
import type { LibraryPatch } from '../../src/patching/library-patch';
import { moduleDefinitions } from '../../src/patching/module-definitions';

const same: LibraryPatch = {
  library: 'jose',
  supported: ['>=4 <7'],
  functions: { verify: (original) => original },
};

describe('moduleDefinitions', () => {
  it('has one for each patch, and one for any version of each library', () => {
    const definitions = moduleDefinitions([same, { ...same, supported: ['>=1 <2'] }]);

    expect(definitions.map(({ name, supportedVersions }) => [name, supportedVersions])).toEqual([
      ['jose', ['>=4 <7']],
      ['jose', ['>=1 <2']],
      ['jose', ['*']],
    ]);
  });

  it('watches for a file inside a library', () => {
    const [definition] = moduleDefinitions([{ ...same, file: 'lib/client.js' }]);

    expect(definition?.patch).toBeUndefined();
    expect(definition?.files.map(({ name }) => name)).toEqual(['jose/lib/client.js']);
  });

  it('says when a version is loaded that no patch supports, and only then', () => {
    const lines: unknown[] = [];
    const keep = (line: unknown): void => {
      lines.push(line);
    };
    const logger = { error: keep, warn: keep, info: keep, debug: keep, verbose: keep };
    diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
    const [supported, any] = moduleDefinitions([same]);
    const exports = { verify: () => 1 };

    supported?.patch?.(exports, '6.0.0');
    any?.patch?.(exports, '6.0.0');
    const other = any?.patch?.({ verify: () => 2 }, '99.0.0') as { verify(): number };
    diag.disable();

    expect(other.verify()).toBe(2);
    expect(lines).toEqual(['authmeter: jose 99.0.0 is not a supported version']);
  });
});
