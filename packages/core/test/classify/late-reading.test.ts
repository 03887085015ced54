import { loadCore } from '../load-core';

const TABLES = 'classify/library-clues';

describe('the tables of what libraries throw', () => {
  it('are not built by loading core', () => {
    const { hasLoaded } = loadCore(TABLES);

    expect(hasLoaded()).toBe(false);
  });

  it('are built for the first error', () => {
    const { copy, hasLoaded } = loadCore(TABLES);
    const error = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });

    expect(copy.categorizeAuthError(error).errorType).toBe('expired_token');
    expect(hasLoaded()).toBe(true);
  });

  it('are built with a meter, before an error comes', () => {
    const { copy, hasLoaded } = loadCore(TABLES);

    copy.createAuthMeter();

    expect(hasLoaded()).toBe(true);
  });

  it('are built for a challenge without an error', () => {
    const { copy } = loadCore(TABLES);

    const category = copy.categorizeAuthError(undefined, {
      wwwAuthenticate: 'Bearer error="invalid_token", error_description="The token expired"',
    });

    expect(category.errorType).toBe('expired_token');
  });
});
