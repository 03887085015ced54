import { readFileSync } from 'node:fs';
import { findPeer } from '@authmeter/testkit';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and what axe takes for good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Starts the browser that is installed. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findPeer('chromium') ?? '', args: FLAGS });
}

/** A page, and everything that it did which it should not have done. */
export interface OpenPage {
  readonly tab: Page;
  /** Addresses that it asked for, in order. */
  readonly requests: readonly string[];
  /** Errors, warnings on the console, and violations of the policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens an address and waits until it shows something. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { readonly hasClock?: boolean } = {},
): Promise<OpenPage> {
  const { hasClock = false, ...contextOptions } = options;
  const context = await browser.newContext(contextOptions);
  const tab = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  tab.on('request', (request) => requests.push(request.url()));
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (message) => {
    // That a server is gone is told by the browser itself.
    const isExpected = message.text().includes('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isExpected)
      complaints.push(message.text());
  });
  await tab.exposeFunction('reportViolation', (violation: string) => complaints.push(violation));
  await tab.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void })
        .reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  if (hasClock) await tab.clock.install();
  await tab.goto(url);
  await tab.locator('.status[data-kind]:not([data-kind="waiting"])').waitFor();
  return { tab, requests, complaints, close: () => context.close() };
}

/** What axe finds wrong with a page as it stands, one line each. */
export async function findBarriers(tab: Page): Promise<readonly string[]> {
  // Our own policy refuses script elements, so it is handed to the page as an expression.
  await tab.evaluate(AXE);
  return tab.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{
          violations: { id: string; help: string; nodes: { target: string[] }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
    );
  }, RULES);
}
