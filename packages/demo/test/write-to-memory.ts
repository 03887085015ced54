import type { TextSink } from '../src/output/screen';

/** A sink that keeps what was written. */
export interface MemorySink extends TextSink {
  readonly text: string;
}

export function writeToMemory(isTTY = false): MemorySink {
  let text = '';
  return {
    isTTY,
    get text() {
      return text;
    },
    write: (more) => {
      text += more;
    },
  };
}
