import { describeWithPeers } from '@authmeter/testkit';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { BRUTE_FORCE } from '../scenes/brute-force';
import { NORMAL_DAY } from '../scenes/normal-day';
import { servePage } from '../scenes/serve-scene';
import { createSimulatedService, type SimulatedService } from '../scenes/simulated-service';
import type { Served } from '../support/serve';
import { launchBrowser, openPage, type OpenPage } from './open-page';

describeWithPeers(['chromium'], 'the page while time goes by', () => {
  let browser: Browser;
  let service: SimulatedService;
  let served: Served;
  let page: OpenPage | undefined;

  beforeAll(async () => {
    service = createSimulatedService();
    await service.run(340, NORMAL_DAY);
    served = await servePage(service.source);
    browser = await launchBrowser();
  }, 60_000);

  afterEach(async () => {
    const complaints = page?.complaints;
    await page?.close();
    page = undefined;
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
    await service.shutdown();
  });

  async function open(query = '', options: BrowserContextOptions & { hasClock?: boolean } = {}) {
    page = await openPage(browser, `${served.origin}/${query}`, options);
    await page.tab.locator('#attempts').locator('canvas, table').first().waitFor();
    return page;
  }

  const sentence = (tab: Page, panel: string) => tab.locator(`#${panel} .sentence`);

  // Each goes on where the one before ended.

  it('freezes while it is paused, keeps its controls, and says what was missed', async () => {
    const { tab } = await open();
    const frozen = await sentence(tab, 'attempts').textContent();

    await tab.keyboard.press('p');
    await service.run(40, BRUTE_FORCE);
    await tab.locator('.status', { hasText: /new finding/ }).waitFor();

    await expect(tab.locator('.status').textContent()).resolves.toMatch(
      /^paused \d+ s, \d new findings?$/,
    );
    await expect(sentence(tab, 'attempts').textContent()).resolves.toBe(frozen);
    await expect(tab.locator('.findings-summary').textContent()).resolves.toMatch(/^All clear/);
    await tab.getByRole('button', { name: '1 h' }).click();
    expect(await tab.locator('#attempts canvas').count()).toBe(1);
    await tab.locator('#attempts').getByRole('button', { name: 'Table' }).click();
    await expect(tab.locator('#attempts caption').textContent()).resolves.toContain('60 s a row');
    await tab.getByLabel('Operation, Latency').selectOption('login');
    await expect(sentence(tab, 'latency').textContent()).resolves.toContain('login');
    await tab.getByRole('button', { name: 'Resume' }).click();
    await expect(sentence(tab, 'attempts').textContent()).resolves.toMatch(/^2\d\.\d a second now/);
  });

  it('tells findings, what is behind them, and where to read on', async () => {
    const { tab } = await open();
    const finding = tab.locator('.finding', { hasText: 'AttackDetected' });

    await expect(finding.locator('.chip').textContent()).resolves.toBe('firing');
    await expect(finding.locator('.finding-measure').textContent()).resolves.toBe(
      'brute force: 1 time',
    );
    await expect(
      finding.getByRole('link', { name: 'Runbook of AttackDetected' }).getAttribute('href'),
    ).resolves.toMatch(/\/runbooks\/AttackDetected\.md$/);
    await expect(tab.title()).resolves.toMatch(/^\(\d firing\) orders-api/);
    await finding.getByRole('link', { name: 'Detections' }).click();
    await expect(tab.evaluate(() => document.activeElement?.id)).resolves.toBe('detections');
    await expect(tab.locator('.event-title').first().textContent()).resolves.toContain(
      'Account locked',
    );
    await tab.getByText('not evaluated here').click();
    await expect(tab.locator('.unevaluated li').allTextContents()).resolves.toEqual([
      expect.stringMatching(/^RegistrationSpike: needs 1 h 10 min of record, \d+ min/),
      expect.stringMatching(/^InvalidTokenSpike: needs 1 h 5 min of record/),
      'AuthMetricsAbsent: needs to see other processes',
      'AuthAvailabilityBurnSlow: needs 6 h of record',
    ]);
  });

  it('keeps a table in place while time goes by, so that it can be read', async () => {
    const { tab } = await open('?form=table');
    const cell = tab.locator('#attempts tbody th').first();
    const node = await cell.elementHandle();
    const before = await cell.textContent();

    await service.run(10, NORMAL_DAY);
    await tab.waitForFunction(
      (text) => document.querySelector('#attempts tbody th')?.textContent !== text,
      before,
    );

    expect(await node?.evaluate((kept) => kept.isConnected)).toBe(true);
  });
});
