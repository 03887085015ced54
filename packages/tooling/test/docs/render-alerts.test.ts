import * as conventions from '@authmeter/core/conventions';

const render = async (): Promise<string> => {
  const { renderAlerts } = await import('../../docs/render-alerts.mjs');
  return renderAlerts(conventions);
};

describe('the page of alerts', () => {
  it('has a row for every alert, which leads to its runbook', async () => {
    const page = await render();

    for (const { name, severity } of conventions.ALERT_CATALOGUE) {
      expect(page).toMatch(
        new RegExp(`^\\| \\[${name}\\]\\(runbooks/${name}\\.md\\) .* ${severity} \\|`, 'm'),
      );
    }
  });

  it('says when an alert fires, in words and with its defaults', async () => {
    expect(await render()).toContain(
      '| `auth.logins` (`outcome` failure) is more than 20 % of `auth.logins`, over 5 min | 5 min | critical |  |',
    );
    expect(await render()).toContain(
      '| more than 50 of `auth.source.failures` (`ip_address` not other or unknown) in 10 min | at once | warning | `ip_address` |',
    );
  });

  it('names every number that can be set, with its range', async () => {
    const page = await render();

    for (const { name } of conventions.ALERT_PARAMETERS) expect(page).toContain(`| \`${name}\` |`);
    expect(page).toContain('| `credentialRotationOverdue` | 90 d | 7776000 |');
  });

  it('names what silences an alert', async () => {
    expect(await render()).toContain(
      '| LoginFailureRatioElevated | AuthServiceDown, LoginFailureRatioHigh |',
    );
  });
});
