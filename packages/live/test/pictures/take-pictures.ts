import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPeer } from '@authmeter/testkit';
import { chromium, type Browser } from 'playwright-core';
import { BRUTE_FORCE } from '../scenes/brute-force';
import { NORMAL_DAY } from '../scenes/normal-day';
import { OUTAGE } from '../scenes/outage';
import { servePage } from '../scenes/serve-scene';
import { createSimulatedService, type SimulatedService } from '../scenes/simulated-service';

/** A scene, and how it is looked at. */
interface Picture {
  readonly file: string;
  readonly play: (service: SimulatedService) => Promise<void>;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

async function attack(service: SimulatedService): Promise<void> {
  await service.run(420, NORMAL_DAY);
  await service.run(265, BRUTE_FORCE);
}

async function outage(service: SimulatedService): Promise<void> {
  await service.run(420, NORMAL_DAY);
  await service.run(200, OUTAGE);
}

const QUALITY = 0.8;

const PICTURES: readonly Picture[] = [
  { file: 'live-light.webp', play: attack, theme: 'light', width: 1280, height: 1200 },
  { file: 'live-dark.webp', play: attack, theme: 'dark', width: 1280, height: 1200 },
  { file: 'live-outage.webp', play: outage, theme: 'light', width: 1280, height: 1340 },
];

async function takePicture(browser: Browser, picture: Picture, folder: string): Promise<void> {
  const service = createSimulatedService();
  await picture.play(service);
  const served = await servePage(service.source);
  const { width, height, theme: colorScheme } = picture;
  const tab = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    timezoneId: 'UTC',
  });
  await tab.goto(served.origin);
  await tab.locator('#attempts canvas').waitFor();
  const screenshot = await tab.screenshot();
  await tab.close();
  writeFileSync(join(folder, picture.file), await asWebp(browser, screenshot));
  await served.close();
  await service.shutdown();
}

/** The same as WebP, a third of the size; the browser is what encodes it. */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const tab = await browser.newPage();
  const encoded = await tab.evaluate(
    async ({ source, quality }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    { source: `data:image/png;base64,${png.toString('base64')}`, quality: QUALITY },
  );
  await tab.close();
  return Buffer.from(encoded);
}

/** The machine that takes the pictures is nobody's business. */
function pretendToBe(host: string, pid: number): void {
  const os = createRequire(__filename)('node:os') as { hostname: () => string };
  os.hostname = () => host;
  Object.defineProperty(process, 'pid', { value: pid });
}

async function main(folder: string): Promise<void> {
  pretendToBe('web-1', 4242);
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: findPeer('chromium') ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
  for (const picture of PICTURES) await takePicture(browser, picture, folder);
  await browser.close();
}

void main(process.argv[2] ?? 'docs/images');
