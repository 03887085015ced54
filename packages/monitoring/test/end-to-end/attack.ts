import { setTimeout as wait } from 'node:timers/promises';

/** From one network, which leaves the service as 203.0.113.0. */
const ADDRESS = '203.0.113.66';
/** With 10 requests a second or fewer there would be no alert; the machine may be slow. */
const AT_ONCE = 6;
const PAUSE_MILLISECONDS = 100;

/** Tries passwords, some sixty a second at most, until it is told to stop. */
export function attack(serviceUrl: string): { readonly stop: () => Promise<void> } {
  let isOver = false;
  const tryPassword = async (): Promise<void> => {
    const response = await fetch(`${serviceUrl}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': ADDRESS },
      body: JSON.stringify({ email: 'victim@example.com', password: 'guess' }),
    });
    await response.arrayBuffer();
  };
  const run = async (): Promise<void> => {
    while (!isOver) {
      await Promise.all(Array.from({ length: AT_ONCE }, tryPassword));
      await wait(PAUSE_MILLISECONDS);
    }
  };
  const running = run();
  return {
    stop: () => {
      isOver = true;
      return running;
    },
  };
}
