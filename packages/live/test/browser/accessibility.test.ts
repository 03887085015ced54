import { describeWithPeers } from '@authmeter/testkit';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { BRUTE_FORCE } from '../scenes/brute-force';
import { NORMAL_DAY } from '../scenes/normal-day';
import { servePage } from '../scenes/serve-scene';
import { createSimulatedService, type SimulatedService } from '../scenes/simulated-service';
import type { Served } from '../support/serve';
import { findBarriers, launchBrowser, openPage, type OpenPage } from './open-page';

const WIDE = { width: 1280, height: 800 };

describeWithPeers(['chromium'], 'the page for everybody', () => {
  let browser: Browser;
  let service: SimulatedService;
  let empty: SimulatedService;
  let served: Served;
  let servedEmpty: Served;
  /** For tests that only look. */
  let shown: OpenPage;
  let page: OpenPage | undefined;

  beforeAll(async () => {
    service = createSimulatedService();
    empty = createSimulatedService();
    await service.run(320, NORMAL_DAY);
    await service.run(150, BRUTE_FORCE);
    served = await servePage(service.source);
    servedEmpty = await servePage(empty.source);
    browser = await launchBrowser();
    shown = await openPage(browser, served.origin, { viewport: WIDE });
    await shown.tab.locator('#attempts canvas').waitFor();
  }, 60_000);

  afterEach(async () => {
    await page?.close();
    page = undefined;
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all([served, servedEmpty].map((one) => one.close()));
    await Promise.all([service, empty].map((one) => one.shutdown()));
  });

  async function open(query = '', options: BrowserContextOptions = {}): Promise<Page> {
    page = await openPage(browser, `${served.origin}/${query}`, options);
    await page.tab.locator('#attempts canvas').or(page.tab.locator('#attempts table')).waitFor();
    return page.tab;
  }

  it.each<[string, string, BrowserContextOptions]>([
    ['light', '', { colorScheme: 'light' }],
    ['dark', '', { colorScheme: 'dark' }],
    ['tables', '?form=table', {}],
    ['320 pixels', '', { viewport: { width: 320, height: 640 } }],
    ['forced colours', '', { forcedColors: 'active' }],
  ])('has no barrier that axe finds: %s', async (_name, query, options) => {
    const tab = await open(query, options);
    for (const fold of await tab.locator('details').all()) {
      await fold.evaluate((details: HTMLDetailsElement) => {
        details.open = true;
      });
    }

    expect(await findBarriers(tab)).toEqual([]);
  });

  it('has no barrier while it is empty', async () => {
    page = await openPage(browser, servedEmpty.origin);

    expect(await findBarriers(page.tab)).toEqual([]);
  });

  it.each([360, 320])('does not scroll sideways at %d pixels', async (width) => {
    const tab = await open('', { viewport: { width, height: 800 } });
    const overflowing = () =>
      tab.evaluate(() => ({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        parts: [...document.querySelectorAll('body *')]
          .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
          .filter((part) => part.closest('.table-scroll, .visually-hidden, pre') === null)
          .map((part) => part.className || part.tagName),
      }));

    const charts = await overflowing();
    await tab.keyboard.press('t');
    const tables = await overflowing();

    expect([charts, tables]).toEqual([
      { page: 0, parts: [] },
      { page: 0, parts: [] },
    ]);
  });

  it('keeps its words at twice the size of the text', async () => {
    const tab = await open('', { viewport: { width: 1280, height: 800 } });
    await tab.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      for (const part of document.querySelectorAll<HTMLElement>('body *')) {
        const { fontSize } = getComputedStyle(part);
        part.dataset['size'] = String(Number.parseFloat(fontSize) * 2);
      }
      for (const part of document.querySelectorAll<HTMLElement>('body *')) {
        part.style.fontSize = `${part.dataset['size'] ?? '28'}px`;
      }
    });

    const overflowing = await tab.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map((part) => `${part.tagName} ${part.className}`),
    );
    expect(overflowing).toEqual([]);
  });

  it('has targets of at least 24 pixels (WCAG 2.5.8)', async () => {
    const { tab } = shown;

    const small = await tab.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'button, select, summary, input, .finding-links a, .tile',
        ),
      ]
        .filter((target) => target.checkVisibility())
        .filter((target) => {
          const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
          return width < 24 || height < 24;
        })
        .map((target) => target.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
  });

  it('is gone through by keys in the order in which it is read', async () => {
    const { tab } = shown;
    const seen: string[] = [];

    for (let key = 0; key < 26; key += 1) {
      await tab.keyboard.press('Tab');
      seen.push(
        await tab.evaluate(() => {
          const { activeElement: focused } = document;
          return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
        }),
      );
    }

    expect(seen.slice(0, 8)).toEqual([
      'Skip to the findings',
      'Method, filter of the page',
      'Reason, filter of the page',
      '5 min',
      '1 h',
      'Pause',
      'Tables',
      'Theme, page',
    ]);
    expect(seen.indexOf('Runbook of AttackDetected')).toBeGreaterThan(7);
    const tops = await tab.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'main a, main button, main select, main [tabindex="0"]',
        ),
      ]
        .filter((target) => target.checkVisibility())
        .map((target) => target.closest('section')?.getBoundingClientRect().top ?? 0),
    );
    expect(tops).toEqual([...tops].sort((left, right) => left - right));
  });

  it('skips to the findings', async () => {
    const tab = await open();

    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');

    expect(await tab.evaluate(() => document.activeElement?.closest('section')?.id)).toBe(
      'findings',
    );
  });

  it('reads a chart out by keys', async () => {
    const tab = await open();
    const cursor = tab.getByRole('slider', { name: 'Read values' }).first();
    const said = async () =>
      (await cursor.getAttribute('aria-valuetext'))?.replaceAll('\u202f', ' ') ?? '';

    expect(await said()).toMatch(/^now: success 1\d\.\d\/s, failure 1\d\.\d\/s$/);
    await cursor.focus();
    await tab.keyboard.press('Home');
    const first = await said();
    await tab.keyboard.press('ArrowRight');
    const second = await said();
    await tab.keyboard.press('PageDown');
    const later = await said();
    await tab.keyboard.press('End');
    const last = await said();

    expect(
      [first, second, later, last].every((text) =>
        /^\d\d:\d\d:\d\d: success [\d.]+, failure [\d.]+$/.test(text),
      ),
    ).toBe(true);
    expect(secondsOf(second) - secondsOf(first)).toBe(1);
    expect(secondsOf(later) - secondsOf(second)).toBe(30);
    expect(secondsOf(last) - secondsOf(first)).toBe(299);
    await expect(tab.locator('#attempts .legend-when').textContent()).resolves.toBe(
      last.slice(0, 8),
    );
    await tab.keyboard.press('Escape');
    await expect(tab.locator('#attempts .legend-when').textContent()).resolves.toBe('');
  });

  it('names every chart by a sentence with its numbers', async () => {
    const { tab } = shown;

    const names = await tab
      .getByRole('img')
      .evaluateAll((images) =>
        images.map((image) => image.getAttribute('aria-label') ?? '').filter((name) => name !== ''),
      );

    expect(names.length).toBeGreaterThanOrEqual(6);
    expect(names.filter((name) => !/\d/.test(name))).toEqual([]);
  });

  it('says little aloud: only what changed, in one place', async () => {
    const tab = await open();

    const live = await tab
      .locator('[aria-live], [role="status"], [role="alert"], [role="log"]')
      .count();
    expect(live).toBe(1);
    await tab.getByRole('button', { name: 'Pause' }).click();
    await expect(tab.getByRole('status').textContent()).resolves.toMatch(/Paused|is firing/);
  });

  it('moves nothing by itself', async () => {
    const { tab } = shown;

    const moving = await tab.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((part) => {
          const { animationName, transitionDuration } = getComputedStyle(part);
          return animationName !== 'none' || !/^(0s(, )?)+$/.test(transitionDuration);
        }).length,
    );
    expect(moving).toBe(0);
  });
});

function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(0, 8).split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
