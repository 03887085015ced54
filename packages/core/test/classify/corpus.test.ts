import { readErrorCorpus, rebuildError, type CorpusEntry } from '@authmeter/testkit';
import { categorizeAuthError } from '../../src/classify/categorize-auth-error';
import { AUTH_ERROR_TYPES } from '../../src/conventions';

const ENTRIES = readErrorCorpus();

const SERVER_TYPES = ['dependency_error', 'configuration_error', 'internal_error'];

const acceptableTypes = (entry: CorpusEntry): readonly string[] => [
  entry.expectedReason,
  ...(entry.alsoAcceptable ?? []),
];

const isMisread = (entry: CorpusEntry): boolean =>
  !acceptableTypes(entry).includes(categorizeAuthError(rebuildError(entry)).errorType);

describe('categorizeAuthError on the corpus of real errors', () => {
  it('covers every error type', () => {
    expect(ENTRIES).toHaveLength(593);
    expect(new Set(ENTRIES.map(({ expectedReason }) => expectedReason))).toEqual(
      new Set(AUTH_ERROR_TYPES),
    );
  });

  it('answers acceptably for at least 99 % of the entries', () => {
    const misread = ENTRIES.filter(isMisread).map(({ id }) => id);

    expect(misread.length / ENTRIES.length).toBeLessThanOrEqual(0.01);
  });

  it("blames no client for a fault of the server's own", () => {
    const serverFaults = ENTRIES.filter(({ expectedReason }) =>
      SERVER_TYPES.includes(expectedReason),
    );
    const blamed = serverFaults.filter(
      (entry) => categorizeAuthError(rebuildError(entry)).fault === 'client' && isMisread(entry),
    );

    expect(serverFaults).toHaveLength(164);
    expect(blamed.map(({ id }) => id)).toEqual([]);
  });

  it('gives the same answer whatever a caller hints about an accepted status', () => {
    const differing = ENTRIES.filter((entry) => {
      const error = rebuildError(entry);
      const alone = categorizeAuthError(error).errorType;
      return alone !== 'unknown' && categorizeAuthError(error, { status: 200 }).errorType !== alone;
    });

    expect(differing.map(({ id }) => id)).toEqual([]);
  });
});
