import { isAuthErrorType } from '../../src/classify/auth-error-category';
import { CLUE_TABLES, findLibraryClue } from '../../src/classify/library-clues';

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

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'know nothing of %p, whatever objects have of themselves',
    (identifier) => {
      expect(findLibraryClue(identifier)).toBeUndefined();
    },
  );
});
