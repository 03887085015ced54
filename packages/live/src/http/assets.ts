import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the page, as it is sent. */
export interface Asset {
  readonly contentType: string;
  readonly body: Buffer;
  readonly compressed: Buffer;
  /** Quoted, as the header has it. */
  readonly etag: string;
}

/** The files of the page and what they are. */
const FILES = {
  page: ['index.html', 'text/html; charset=utf-8'],
  script: ['page.js', 'text/javascript; charset=utf-8'],
  style: ['page.css', 'text/css; charset=utf-8'],
} as const;

export type AssetName = keyof typeof FILES;

/** The same from src, where tests run, and from dist. */
const FOLDER = join(__dirname, '../../dist/page');

const compress = promisify(gzip);
const loaded = new Map<AssetName, Promise<Asset>>();

/** A file of the page; read once. Rejects when the package was not built. */
export function loadAsset(name: AssetName): Promise<Asset> {
  let asset = loaded.get(name);
  if (asset === undefined) {
    asset = readAsset(name);
    loaded.set(name, asset);
    asset.catch(() => loaded.delete(name));
  }
  return asset;
}

async function readAsset(name: AssetName): Promise<Asset> {
  const [file, contentType] = FILES[name];
  const body = await readFile(join(FOLDER, file));
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 16);
  return { contentType, body, compressed: await compress(body), etag: `"${digest}"` };
}
