import type * as core from '../../src';
import type * as tables from '../../src/classify/library-clues';

/** Loads a copy of core of its own, and tells whether it has built the tables of libraries. */
function loadCore(): { copy: typeof core; haveTables: () => boolean } {
  let hasBuilt = false;
  jest.resetModules();
  jest.doMock('../../src/classify/library-clues', () => {
    hasBuilt = true;
    return jest.requireActual<typeof tables>('../../src/classify/library-clues');
  });
  const copy = jest.requireActual<typeof core>('../../src');
  return { copy, haveTables: () => hasBuilt };
}

describe('the tables of what libraries throw', () => {
  it('are not built by loading core', () => {
    const { haveTables } = loadCore();

    expect(haveTables()).toBe(false);
  });

  it('are built for the first error', () => {
    const { copy, haveTables } = loadCore();
    const error = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });

    expect(copy.categorizeAuthError(error).errorType).toBe('expired_token');
    expect(haveTables()).toBe(true);
  });

  it('are built with a meter, before an error comes', () => {
    const { copy, haveTables } = loadCore();

    copy.createAuthMeter();

    expect(haveTables()).toBe(true);
  });

  it('are built for a challenge without an error', () => {
    const { copy } = loadCore();

    const category = copy.categorizeAuthError(undefined, {
      wwwAuthenticate: 'Bearer error="invalid_token", error_description="The token expired"',
    });

    expect(category.errorType).toBe('expired_token');
  });
});
