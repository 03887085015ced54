const waiting = new Set<() => void>();

/** Calls back once, when an HTTP server of the process listens for the first time from now on. */
export function onceListening(callback: () => void): void {
  waiting.add(callback);
}

/** Tells that a server listens. */
export function tellListening(): void {
  for (const callback of waiting) {
    waiting.delete(callback);
    callback();
  }
}
