import type { WorkspacePackage } from '../workspace/read-workspace.mjs';
import type { WrittenWorkspace } from './write-workspace';

/** One entry of `exports`, with an ESM facade beside its CommonJS file, by its path in `dist`. */
export function entryNamed(name: string) {
  return {
    import: { types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` },
    require: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  };
}

/** The package that lies in the root of a written workspace. */
export function packageIn(
  { root }: WrittenWorkspace,
  manifest: WorkspacePackage['manifest'],
): WorkspacePackage {
  return {
    folder: 'counters',
    path: 'packages/counters',
    directory: root,
    isPublic: true,
    manifest,
  };
}
