import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runServer } from 'verdaccio';

const run = promisify(execFile);

/**
 * A package registry on loopback.
 * @typedef {object} Registry
 * @property {string} url
 * @property {string} npmrc absolute path of a configuration that sends npm there, with a right to publish
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a registry that holds our packages as they are published to it, and gets all others from the registry
 * that npm is set up to use.
 * @param {string} folder absolute path of an empty folder, for what it stores
 * @returns {Promise<Registry>}
 */
export async function startRegistry(folder) {
  const { stdout } = await run('npm', ['config', 'get', 'registry']);
  mkdirSync(folder, { recursive: true });
  const app = await runServer(
    /** @type {any} */ ({
      storage: join(folder, 'storage'),
      self_path: join(folder, 'registry.yaml'),
      web: { enable: false },
      uplinks: { outside: { url: stdout.trim(), max_fails: 20, timeout: '120s' } },
      packages: {
        '@authmeter/*': { access: '$all', publish: '$all' },
        '**': { access: '$all', proxy: 'outside' },
      },
      log: { type: 'stdout', level: 'fatal' },
    }),
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const url = `http://127.0.0.1:${address.port}/`;
  const npmrc = join(folder, 'npmrc');
  // npm refuses to publish without a token; this registry asks for none.
  writeFileSync(npmrc, `registry=${url}\n//127.0.0.1:${address.port}/:_authToken=none\n`);
  return {
    url,
    npmrc,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
