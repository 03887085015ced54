import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = resolve(__dirname, '../..');
const CORE = resolve(PACKAGE, '../core/npm');
const INSTALLED = join(PACKAGE, 'node_modules');

/** An application with an installation of its own, outside of the workspace. */
export interface Installation {
  /** Copies core as it is packed, to a path below `node_modules`, with the API that it is to find: a name of ours for it. */
  addCore(place: string, api?: string): void;
  /** Links another package. @param name As it is called here, where that is another name. */
  add(place: string, name?: string): void;
  /** Installs a program of `service/installed` as a package. */
  addProgram(place: string, program: string): void;
  /** Runs a program of `service/installed` there and gives what it wrote. Rejects when it fails. */
  run(program: string): Promise<string>;
  remove(): void;
}

export function createInstallation(): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-faults-'));
  const modules = join(folder, 'node_modules');
  const link = (place: string, target: string): void => {
    mkdirSync(dirname(join(modules, place)), { recursive: true });
    symlinkSync(realpathSync(target), join(modules, place));
  };
  return {
    addCore: (place, api) => {
      for (const part of ['package.json', 'dist']) {
        cpSync(join(CORE, part), join(modules, place, part), { recursive: true });
      }
      link(`${place}/node_modules/ipaddr.js`, join(INSTALLED, 'ipaddr.js'));
      if (api !== undefined) {
        link(`${place}/node_modules/@opentelemetry/api`, join(INSTALLED, api));
      }
    },
    add: (place, name = place) => link(place, join(INSTALLED, name)),
    addProgram: (place, program) => {
      cpSync(join(PACKAGE, 'service/installed', program), join(modules, place, 'index.js'));
    },
    run: async (program) => {
      const file = join(folder, program);
      cpSync(join(PACKAGE, 'service/installed', program), file);
      return (await promisify(execFile)(process.execPath, [file])).stdout;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
