import { describeWithPeers } from '@authmeter/testkit';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { NORMAL_DAY } from '../scenes/normal-day';
import { servePage } from '../scenes/serve-scene';
import { createSimulatedService, type SimulatedService } from '../scenes/simulated-service';
import type { Served } from '../support/serve';
import { launchBrowser, openPage, type OpenPage } from './open-page';

describeWithPeers(['chromium'], 'the page in a browser', () => {
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

  it('loads three files and the data, asks nobody else, and breaks no rule of its policy', async () => {
    const { tab, requests } = await open();
    await tab.getByRole('button', { name: '1 h' }).click();
    await tab.waitForResponse((response) => response.url().includes('data?'));

    const paths = requests
      .map((url) => new URL(url))
      .map(({ origin, pathname }) => origin + pathname);
    expect(new Set(paths)).toEqual(
      new Set(['/', '/page.css', '/page.js', '/data'].map((path) => served.origin + path)),
    );
    expect(paths.filter((path) => !path.endsWith('/data'))).toHaveLength(3);
  });

  it('shows the service, its tiles and its panels', async () => {
    const { tab } = await open();

    await expect(tab.locator('.service').textContent()).resolves.toBe('orders-api');
    await expect(tab.title()).resolves.toBe('orders-api – Authmeter live');
    await expect(sentence(tab, 'attempts').textContent()).resolves.toMatch(
      /^1[12]\.\d a second now/,
    );
    expect(await tab.locator('.tile:visible').count()).toBeGreaterThanOrEqual(8);
    expect(await tab.locator('.panel:visible').count()).toBe(12);
    await expect(tab.locator('.findings-summary').textContent()).resolves.toMatch(/^All clear\./);
  });

  it('draws canvases that are not empty, as large as their place', async () => {
    const { tab } = await open();

    const drawn = await tab.locator('.plot:visible').evaluateAll((plots) =>
      plots.map((plot) => {
        const canvas = plot.querySelector('canvas');
        const context = canvas?.getContext('2d');
        if (!canvas || !context) return false;
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const isFilled = data.some((value, at) => at % 4 === 3 && value > 0);
        return isFilled && Math.abs(canvas.getBoundingClientRect().width - plot.clientWidth) <= 1;
      }),
    );
    expect(drawn.length).toBeGreaterThanOrEqual(6);
    expect(drawn).toEqual(drawn.map(() => true));
  });

  it('filters by method and by reason, and says so in its address', async () => {
    const { tab } = await open();
    const before = await sentence(tab, 'attempts').textContent();

    await tab.getByLabel('Method').selectOption('api_key');
    await tab.getByLabel('Reason').selectOption('expired_token');

    expect(new URL(tab.url()).search).toBe('?method=api_key&reason=expired_token');
    expect(await sentence(tab, 'attempts').textContent()).not.toBe(before);
    await tab.reload();
    await tab.locator('#attempts canvas').waitFor();
    await expect(tab.getByLabel('Method').inputValue()).resolves.toBe('api_key');
    await expect(tab.getByLabel('Reason').inputValue()).resolves.toBe('expired_token');
  });

  it('shows a table behind every chart, one by one or all at once', async () => {
    const { tab } = await open();
    const tables = tab.locator('table:visible');

    await tab.locator('#logins').getByRole('button', { name: 'Table' }).click();
    expect(await tables.count()).toBe(1);
    await expect(tables.first().locator('caption').textContent()).resolves.toBe(
      'Logins a second, by outcome, 10 s a row',
    );
    await tab.keyboard.press('t');
    expect(await tables.count()).toBeGreaterThanOrEqual(10);
    expect(await tab.locator('canvas:visible').count()).toBe(0);
    expect(new URL(tab.url()).search).toBe('?form=table');
    await tab.getByRole('button', { name: 'Tables' }).click();
    expect(await tables.count()).toBe(0);
  });

  it('copies a table as CSV', async () => {
    const { tab } = await open('?form=table', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });

    await tab.locator('#attempts').getByRole('button', { name: 'Copy as CSV' }).click();

    const copied = await tab.evaluate(() => navigator.clipboard.readText());
    const [head, ...rows] = copied.trimEnd().split('\r\n');
    expect(head).toBe('Until,success (per s),failure (per s)');
    expect(rows).toHaveLength(30);
    expect(rows.filter((row) => !/^\d\d:\d\d:\d\d,[\d.]+,[\d.]+$/.test(row))).toEqual([]);
  });

  it('leaves single keys alone where they are switched off', async () => {
    const { tab } = await open();

    await tab.getByRole('checkbox', { name: /^Shortcuts/ }).uncheck();
    await tab.keyboard.press('t');
    await tab.keyboard.press('p');

    expect(await tab.locator('table:visible').count()).toBe(0);
    expect(await tab.locator('.status').getAttribute('data-kind')).toBe('live');
    expect(new URL(tab.url()).search).toBe('?keys=off');
  });

  it('reads a chart out where the pointer is', async () => {
    const { tab } = await open();
    const legend = tab.locator('#attempts .legend-when');

    await tab.locator('#attempts .u-over').hover();

    await expect(legend.textContent()).resolves.toMatch(/^\d\d:\d\d:\d\d$/);
    await expect(tab.locator('#logins .legend-when').textContent()).resolves.toBe(
      await legend.textContent(),
    );
  });

  it('follows the system between light and dark, and its reader before that', async () => {
    const { tab } = await open('', { colorScheme: 'dark' });
    const ground = () =>
      tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const canvas = () =>
      tab.locator('#attempts canvas').evaluate((drawn: HTMLCanvasElement) => drawn.toDataURL());

    const dark = [await ground(), await canvas()];
    await tab.emulateMedia({ colorScheme: 'light' });
    await tab.locator(':root[data-theme="light"]').waitFor({ state: 'attached' });
    const light = [await ground(), await canvas()];
    await tab.getByLabel('Theme').selectOption('dark');
    await tab.locator(':root[data-theme="dark"]').waitFor({ state: 'attached' });
    const chosen = [await ground(), await canvas()];

    expect([dark[0], light[0], chosen[0]]).toEqual([
      'rgb(11, 15, 20)',
      'rgb(245, 246, 248)',
      'rgb(11, 15, 20)',
    ]);
    expect(light[1]).not.toBe(dark[1]);
    expect(chosen[1]).not.toBe(light[1]);
    expect(new URL(tab.url()).search).toBe('?theme=dark');
  });

  it('chooses the operation whose latency is drawn', async () => {
    const { tab } = await open();

    await expect(sentence(tab, 'latency').textContent()).resolves.toContain('authenticate');
    await tab.getByLabel('Operation, Latency').selectOption('login');

    await expect(sentence(tab, 'latency').textContent()).resolves.toMatch(
      /^95 % of login took at most \d+ ms/,
    );
  });

  it('goes from a tile to its panel, and opens it where it is folded', async () => {
    const { tab } = await open();

    await tab.getByRole('link', { name: /^Sessions/ }).click();

    await expect(tab.evaluate(() => document.activeElement?.id)).resolves.toBe('flows');
    await expect(tab.locator('#flows .bars').first().isVisible()).resolves.toBe(true);
  });
});
