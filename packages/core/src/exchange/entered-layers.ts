/** The auth layers of one exchange that were entered. */
export class EnteredLayers {
  /** How many have neither passed nor refused yet. */
  withTheWord = 0;
  /** What the last of them that said so authenticates with. */
  method: string | undefined;

  /**
   * A layer has the word; what is answered until the returned function is called is the layer's own answer.
   *
   * @param method What it authenticates with, where that is known.
   */
  enter(method: string | undefined): () => void {
    this.withTheWord += 1;
    this.method = method ?? this.method;
    let hasLeft = false;
    return () => {
      if (!hasLeft) this.withTheWord -= 1;
      hasLeft = true;
    };
  }
}
