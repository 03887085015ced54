import { createServer } from 'node:net';

// Below the range from which systems number outgoing connections: a client that retries while a server is down
// must not be given the server's own port.
const LOWEST = 15_000;
const HIGHEST = 32_000;
const ATTEMPTS = 50;

/**
 * A TCP port of the loopback interface on which nobody listens now. It is not reserved.
 * @returns a number from 15000 to 31999
 * @throws {Error} when 50 random ports in a row are taken
 */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port after ${ATTEMPTS} attempts`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
