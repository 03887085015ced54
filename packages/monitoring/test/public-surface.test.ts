import * as surface from '../src';

describe('@authmeter/monitoring', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'RenderOptionError',
      'renderAlertmanagerConfig',
      'renderDashboards',
      'renderFiles',
      'renderPrometheusRules',
    ]);
  });
});
