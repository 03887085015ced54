/** The auth layers of one exchange that were entered. */
export class EnteredLayers {
  /** How many have neither passed nor refused yet: what is answered meanwhile is their own answer. */
  withTheWord = 0;
  /** What the last of them that said so authenticates with. */
  method: string | undefined;

  /**
   * A layer has the word until it leaves, which it does once.
   *
   * @param method What it authenticates with, where that is known.
   */
  enter(method: string | undefined): void {
    this.withTheWord += 1;
    this.method = method ?? this.method;
  }

  leave(): void {
    this.withTheWord -= 1;
  }

  /** Enters a layer that leaves when the returned function is first called. */
  enterUntil(method: string | undefined): () => void {
    this.enter(method);
    let hasLeft = false;
    return () => {
      if (!hasLeft) this.leave();
      hasLeft = true;
    };
  }
}
