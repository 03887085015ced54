/** Those who wait until an output has nothing left to do. */
export class IdleWatch {
  private tellers: (() => void)[] = [];

  get isWatched(): boolean {
    return this.tellers.length > 0;
  }

  /** Resolves when it is told, or after so many milliseconds. */
  wait(timeoutMilliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMilliseconds);
      this.tellers.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Takes all who wait now; calling the result tells them. */
  takeTellers(): () => void {
    const tellers = this.tellers;
    this.tellers = [];
    return () => {
      for (const tell of tellers) tell();
    };
  }
}
