import * as conventions from '@authmeter/core/conventions';

async function findIn(source: string) {
  const { findReserved, reservedNames } = await import('../../checks/vocabulary.mjs');
  const { readStringLiterals } = await import('../../source/read-string-literals.mjs');
  const reserved = reservedNames(conventions);
  return readStringLiterals(source).flatMap(({ value, line }) =>
    findReserved(value, reserved).map(({ kind, name }) => `${line}: ${kind} ${name}`),
  );
}

describe('the check of the vocabulary', () => {
  it.each([
    ['an instrument name', "meter.createCounter('auth.attempts');", '1: metric auth.attempts'],
    [
      'a series name inside a query',
      'const q = `\nsum(rate(auth_attempts_total{job="${job}"}[5m]))`;',
      '1: metric auth_attempts_total',
    ],
    [
      'the buckets of a histogram',
      "const q = 'auth_token_age_seconds_bucket';",
      '1: metric auth_token_age_seconds_bucket',
    ],
    ['a dotted attribute key', "set['error.type'] = 'x';", '1: attribute error.type'],
    ['one that only events have', "set['user.hash'] = 'x';", '1: attribute user.hash'],
    ['an event name', "emit('auth.login.success');", '1: event auth.login.success'],
  ])('finds %s', async (_title, source, found) => {
    expect(await findIn(source)).toEqual([found]);
  });

  it.each([
    ['the beginning of event names', "name.startsWith('auth.login.');"],
    ['a recording rule named after a metric', "const rule = 'job:auth_users_active:max';"],
    ['an everyday word that is an attribute key too', "const key = 'outcome';"],
    ['a comment', "// counts auth.attempts and 'error.type'\nconst a = 1;"],
    ['a type, which the compiler checks', "type Name = Extract<MetricName, 'auth.attempts'>;"],
    ['an import', "import { a } from 'auth.attempts';"],
  ])('leaves %s alone', async (_title, source) => {
    expect(await findIn(source)).toEqual([]);
  });
});
