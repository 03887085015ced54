import { resolveOptions, type RenderOptions } from '../../src/options';

function complaintOf(options: object): string {
  try {
    resolveOptions(options);
  } catch (error) {
    expect(error).toMatchObject({ name: 'RenderOptionError', code: 'ERR_AUTHMETER_OPTION' });
    return (error as Error).message;
  }
  return 'accepted';
}

describe('the options of rendering', () => {
  it('may all be left out', () => {
    expect(resolveOptions()).toMatchObject({
      scope: { namespace: undefined, matchers: [] },
      datasource: 'Prometheus',
      dashboardUrl: 'http://localhost:3000',
      timeScale: 1,
    });
  });

  it('are taken as given', () => {
    const options: RenderOptions = {
      namespace: 'compozy.eu_1',
      selector: 'env="prod"',
      datasource: 'Mimir (eu)',
      runbookUrl: 'https://wiki.example/run/{alert}',
      dashboardUrl: 'https://grafana.example/',
      timeScale: 10,
    };

    expect(resolveOptions(options)).toMatchObject({
      scope: { namespace: 'compozy.eu_1', matchers: [{ label: 'env' }] },
      datasource: 'Mimir (eu)',
      runbookUrl: 'https://wiki.example/run/{alert}',
      dashboardUrl: 'https://grafana.example/',
      timeScale: 10,
    });
  });

  it.each([
    [{ namespace: '9lives' }, 'namespace" is "9lives"; allowed: at most 64 letters'],
    [{ namespace: 'a-b' }, 'namespace" is "a-b"'],
    [{ namespace: '' }, 'namespace" is ""'],
    [{ namespace: 'a'.repeat(65) }, 'namespace" is "aaaa'],
    [{ datasource: '' }, 'datasource" is ""; allowed: the name of a data source'],
    [{ datasource: 'a\nb' }, 'datasource'],
    [{ runbookUrl: 'runbooks/' }, 'runbookUrl" is "runbooks/"; allowed: an absolute http'],
    [{ runbookUrl: 'javascript:alert(1)' }, 'runbookUrl'],
    [{ dashboardUrl: 'https://me:secret@grafana' }, 'without credentials and templates'],
    [{ dashboardUrl: 'https://grafana/{{ $labels.job }}' }, 'without credentials and templates'],
    [{ timeScale: 0.5 }, 'timeScale" is 0.5; allowed: a number from 1 to 600'],
    [{ timeScale: Number.NaN }, 'timeScale" is NaN'],
    [{ colour: 'red' }, 'colour" is "red"; allowed: only namespace, thresholds'],
    [{ thresholds: [] }, 'thresholds" is an array of 0; allowed: an object of numbers'],
    [{ selector: 7 }, 'selector" is 7; allowed: matchers as in PromQL'],
  ])('%j is refused, with what is allowed', (options, complaint) => {
    expect(complaintOf(options)).toContain(complaint);
  });
});
