import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that a collector writes into. */
export interface CollectedEvents {
  readonly folder: string;
  /** All text in a file, in whole lines; none where it does not exist. */
  lines(file: string): Promise<string>;
  /** Names of the events in a file, in order. */
  names(file: string): Promise<readonly string[]>;
  /** All text in all files. */
  text(): Promise<string>;
  remove(): Promise<void>;
}

interface Line {
  readonly resourceLogs: readonly {
    readonly scopeLogs: readonly {
      readonly logRecords: readonly { readonly eventName: string }[];
    }[];
  }[];
}

export async function createCollectedEvents(): Promise<CollectedEvents> {
  const folder = await mkdtemp(join(tmpdir(), 'authmeter-collected-'));
  const read = (file: string) => readFile(join(folder, file), 'utf8').catch(() => '');
  const lines = async (file: string) => {
    const text = await read(file);
    return text.slice(0, text.lastIndexOf('\n') + 1);
  };
  return {
    folder,
    lines,
    names: async (file) =>
      (await lines(file))
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line) =>
          (JSON.parse(line) as Line).resourceLogs.flatMap(({ scopeLogs }) =>
            scopeLogs.flatMap(({ logRecords }) => logRecords.map(({ eventName }) => eventName)),
          ),
        ),
    text: async () => {
      const files = await readdir(folder, { recursive: true });
      return (await Promise.all(files.map(read))).join('\n');
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
