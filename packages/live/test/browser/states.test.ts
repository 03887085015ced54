import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pathOf } from '@authmeter/core';
import { describeWithPeers } from '@authmeter/testkit';
import type { Browser } from 'playwright-core';
import { PageServer } from '../../src/http/page-server';
import type { PageSource } from '../../src/http/page-source';
import { routeOf } from '../../src/http/routes';
import { NORMAL_DAY } from '../scenes/normal-day';
import {
  createSimulatedService,
  SCENE_START,
  type SimulatedService,
} from '../scenes/simulated-service';
import { launchBrowser, openPage, type OpenPage } from './open-page';

/** A server whose page can be exchanged, refused, or not answered at all. */
class ChangingServer {
  private server: Server | undefined;
  private port = 0;
  private pages: PageServer | undefined;
  isRefusing = false;

  show(source: PageSource): void {
    this.pages = new PageServer(source, {
      authorize: () => !this.isRefusing,
      allowedHosts: [],
      refusesInProduction: true,
    });
  }

  async listen(): Promise<string> {
    this.server = createServer((request, response) => {
      const path = pathOf(request);
      const route = routeOf(path, '') ?? 'nothing';
      void this.pages?.serve({ request, response, subject: request, route, path });
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    ({ port: this.port } = this.server.address() as AddressInfo);
    return `http://127.0.0.1:${String(this.port)}/`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
    if (this.server !== undefined) await once(this.server, 'close');
    this.server = undefined;
  }
}

describeWithPeers(['chromium'], 'the states of the page', () => {
  let browser: Browser;
  let page: OpenPage | undefined;
  let server: ChangingServer;
  const services: SimulatedService[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(() => {
    server = new ChangingServer();
  });

  afterEach(async () => {
    await page?.close();
    await server.stop();
    await Promise.all(services.splice(0).map((service) => service.shutdown()));
  });

  afterAll(async () => {
    await browser.close();
  });

  function start(startMilliseconds = SCENE_START): SimulatedService {
    const service = createSimulatedService({}, startMilliseconds);
    services.push(service);
    return service;
  }

  async function open(source: PageSource, options: { hasClock?: boolean } = {}) {
    server.show(source);
    page = await openPage(browser, await server.listen(), options);
    return page.tab;
  }

  it('says why it is empty, and fills with the first attempt', async () => {
    const service = start();
    const tab = await open(service.source);
    const answers = () =>
      tab
        .locator('.check')
        .evaluateAll((checks) =>
          checks.map((check) => [
            check.querySelector('strong')?.textContent,
            check.getAttribute('data-answer'),
            check.querySelector('a')?.textContent,
          ]),
        );

    expect(await answers()).toEqual([
      ['The reader is in a provider', 'yes', 'AM02'],
      ['Collecting succeeds', 'unknown', 'AM15'],
      ['Metrics of Authmeter arrive', 'unknown', 'AM01'],
      ['An adapter observes requests', 'unknown', 'AM16'],
      ['A first attempt was seen', 'no', 'AM17'],
    ]);
    await service.run(1);
    await tab.locator('.check[data-answer="yes"]').nth(2).waitFor();
    await expect(tab.locator('.setup code').textContent()).resolves.toMatch(
      /^curl -i -H 'Authorization: /,
    );
    await expect(tab.locator('.findings').isVisible()).resolves.toBe(false);

    await service.run(5, NORMAL_DAY);
    await tab.locator('#attempts canvas').waitFor();
    await expect(tab.locator('.setup').isVisible()).resolves.toBe(false);
    await expect(tab.locator('.findings').isVisible()).resolves.toBe(true);
  });

  it('says when nothing answers, keeps what it has, and goes on by itself', async () => {
    const service = start();
    await service.run(60, NORMAL_DAY);
    const tab = await open(service.source, { hasClock: true });
    const shown = await tab.locator('#attempts .sentence').textContent();
    await tab.clock.pauseAt(Date.now() + 1000);

    await server.stop();
    await tab.clock.runFor(5000);
    await expect(tab.locator('.status').textContent()).resolves.toMatch(/^no answer for \d s$/);
    await expect(tab.locator('.banner:visible').count()).resolves.toBe(0);
    await tab.clock.runFor(12_000);
    await tab.locator('.banner.critical:visible').waitFor();
    await expect(tab.locator('.banner.critical').textContent()).resolves.toMatch(
      /^The process does not answer\. What you see is of \d\d:\d\d:\d\d\./,
    );
    await expect(tab.locator('#attempts .sentence').textContent()).resolves.toBe(shown);

    await server.listen();
    await service.run(5, NORMAL_DAY);
    await tab.clock.runFor(31_000);
    await tab.clock.resume();
    await tab.locator('.status[data-kind="live"]').waitFor();
    await expect(tab.locator('.banner:visible').count()).resolves.toBe(0);
  });

  it('stops asking when access ends', async () => {
    const service = start();
    await service.run(60, NORMAL_DAY);
    const tab = await open(service.source, { hasClock: true });

    server.isRefusing = true;
    await tab.locator('.status[data-kind="ended"]').waitFor();
    const asked = page?.requests.length;
    await tab.clock.runFor(120_000);

    await expect(tab.locator('.banner.critical').textContent()).resolves.toContain('Access ended');
    await expect(tab.getByRole('link', { name: 'Reload' }).isVisible()).resolves.toBe(true);
    expect(page?.requests.length).toBe(asked);
  });

  it('begins anew when the process restarted, and marks it', async () => {
    const first = start();
    await first.run(120, NORMAL_DAY);
    const second = start(SCENE_START + 3 * 3_600_000);
    await second.run(20, NORMAL_DAY);
    const tab = await open(first.source);
    const before = await tab
      .locator('#attempts canvas')
      .evaluate((drawn: HTMLCanvasElement) => drawn.toDataURL());

    server.show(second.source);
    await tab.locator('.banner.warning:visible').waitFor();

    await expect(tab.locator('.banner.warning').textContent()).resolves.toBe(
      'The process restarted; the record begins again.',
    );
    const after = await tab
      .locator('#attempts canvas')
      .evaluate((drawn: HTMLCanvasElement) => drawn.toDataURL());
    expect(after).not.toBe(before);
  });

  it('says that another process answered, and mixes nothing', async () => {
    const first = start();
    await first.run(120, NORMAL_DAY);
    const second = start(SCENE_START - 5000);
    await second.run(20, (service) => {
      service.meter.record({ kind: 'attempt', outcome: 'success', method: 'mtls' });
    });
    const tab = await open(first.source);

    server.show(second.source);
    await tab.locator('.banner.warning:visible').waitFor();

    await expect(tab.locator('.banner.warning').textContent()).resolves.toMatch(
      /^You are now looking at pid \d+ on .+; this page shows one process/,
    );
    await expect(tab.locator('#attempts .sentence').textContent()).resolves.toMatch(
      /^1 a second now, 0/,
    );
  });

  it('shows the busiest operation, whichever came first, until somebody chooses', async () => {
    const service = start();
    await service.run(3, ({ meter }) => {
      meter.record({
        kind: 'password_hash',
        algorithm: 'argon2',
        operation: 'hash',
        durationSeconds: 0.1,
      });
    });
    const tab = await open(service.source, { hasClock: true });
    const shown = tab.locator('#latency select');
    await expect(shown.inputValue()).resolves.toBe('password hash');

    await service.run(30, NORMAL_DAY);
    await tab.clock.runFor(2000);
    await tab.locator('#latency select option[value="login"]').waitFor({ state: 'attached' });
    await expect(shown.inputValue()).resolves.toBe('authenticate');

    await shown.selectOption('login');
    await service.run(5, NORMAL_DAY);
    await tab.clock.runFor(2000);
    await expect(shown.inputValue()).resolves.toBe('login');
  });

  it('stops asking while it is not seen', async () => {
    const service = start();
    await service.run(30, NORMAL_DAY);
    const tab = await open(service.source, { hasClock: true });
    const hide = (isHidden: boolean) =>
      tab.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isHidden);

    await hide(true);
    const asked = page?.requests.length ?? 0;
    await service.run(20, NORMAL_DAY);
    await tab.clock.runFor(120_000);
    // One may have been on its way.
    expect(page?.requests.length).toBeLessThanOrEqual(asked + 1);
    await hide(false);
    const response = await tab.waitForResponse((answer) => answer.url().includes('/data'));

    expect(response.status()).toBe(200);
  });
});
