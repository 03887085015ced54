import { renderAttemptTable } from '../../src/output/attempt-table';
import { parseExposition } from '../../src/truth/scrape';

it('lists what is not zero, successes first, with a total', () => {
  const samples = parseExposition(
    [
      'auth_attempts_total{outcome="failure",reason="missing_auth",error_type="missing_auth",method="jwt"} 12',
      'auth_attempts_total{outcome="failure",reason="unknown",error_type="unknown",method="basic"} 0',
      'auth_attempts_total{outcome="success",method="password"} 1234',
      'auth_logins_total{outcome="success",method="password"} 1234',
    ].join('\n'),
  );

  expect(renderAttemptTable(samples)).toEqual([
    'outcome  reason                    error_type                method      count',
    '-------  ------------------------  ------------------------  --------  -------',
    'success  -                         -                         password    1,234',
    'failure  missing_auth              missing_auth              jwt            12',
    '                                                             total       1,246',
  ]);
});
