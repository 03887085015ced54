/** Where text goes; `process.stdout` has this shape. */
export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Shows a block of lines again and again: in place on a terminal, one after the other elsewhere. */
export interface Screen {
  show(lines: readonly string[]): void;
}

export function createScreen(sink: TextSink): Screen {
  let shownLines = 0;
  return {
    show: (lines) => {
      // Up to where the last block began, and clear everything below.
      if (sink.isTTY === true && shownLines > 0)
        sink.write(`\u001b[${String(shownLines)}A\u001b[J`);
      sink.write(`${lines.join('\n')}\n`);
      shownLines = lines.length;
    },
  };
}
