import { isAuthErrorType } from '../../src/classify/auth-error-category';
import { CLUE_TABLES, findLibraryClue } from '../../src/classify/library-clues';
import { mayHaveParticulars, mayWrap } from '../../src/classify/quick-look';
import { LINKS } from '../../src/classify/walk-chain';

describe('the tables of library clues', () => {
  it('name each identifier once', () => {
    const identifiers = CLUE_TABLES.flatMap((table) => Object.keys(table));
    const repeated = identifiers.filter((name, index) => identifiers.indexOf(name) !== index);

    expect(identifiers.length).toBeGreaterThan(500);
    expect(repeated).toEqual([]);
  });

  it('answer with error types only', () => {
    const answers = CLUE_TABLES.flatMap((table) =>
      Object.values(table).flatMap((says) =>
        typeof says === 'string'
          ? [says]
          : [...(says.messages ?? []).map(([, type]) => type), says.errorType ?? 'unknown'],
      ),
    );

    expect(answers.filter((answer) => !isAuthErrorType(answer))).toEqual([]);
  });

  it('know families of codes by their beginning', () => {
    expect(findLibraryClue('UND_ERR_CONNECT_TIMEOUT')?.errorType).toBe('dependency_error');
    expect(findLibraryClue('ERR_SSL_WRONG_VERSION_NUMBER')?.errorType).toBe('dependency_error');
    expect(findLibraryClue('nothing_known')).toBeUndefined();
  });
});

describe('the quick look', () => {
  it('knows every link that the walk follows', () => {
    const overlooked = [...LINKS, 'errors'].filter((link) => !mayWrap({ [link]: {} }));

    expect(overlooked).toEqual([]);
    expect(mayWrap(new Error('x'))).toBe(false);
  });

  it.each([
    'error',
    'type',
    'reason',
    'errorCode',
    'body',
    'response',
    'data',
    'isEndpointUnavailable',
    '$metadata',
    'severity',
    'details',
    'msBeforeNext',
    '_msBeforeNext',
    'headers',
    'output',
    'res',
  ])('knows that %s may tell more', (property) => {
    expect(mayHaveParticulars({ [property]: {} })).toBe(true);
    expect(mayHaveParticulars(new Error('x'))).toBe(false);
  });
});
