import { createRequire, register } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { LIBRARIES } from '../library-names';
import { tell } from '../tell';

const load = createRequire(__filename);
const MACHINERY = '@opentelemetry/instrumentation';
const LOADER = 'import-in-the-middle';

/** What is used of the loader that works in the thread of the application. */
interface SynchronousLoader {
  supportsSyncHooks(): boolean;
  register(options: { readonly include: readonly string[] }): void;
}

/**
 * Registers the loader through which ES modules are patched, for the libraries that are patched and no others. It is
 * the copy that the OpenTelemetry machinery listens to. Where Node can, it works in the thread of the application;
 * elsewhere on a thread of its own.
 */
export function registerLoader(): void {
  try {
    // Loaders on a thread of their own serve every thread, and are registered from the first: they load us too.
    if (!registerSynchronously() && isMainThread) {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- What older versions of Node have instead.
      register(`${MACHINERY}/hook.mjs`, pathToFileURL(__filename), {
        data: { include: [...LIBRARIES] },
      });
    }
  } catch {
    tell(
      'warn',
      'the loader for ES modules could not be registered; CommonJS is patched all the same',
    );
  }
}

function registerSynchronously(): boolean {
  const loader = loadSynchronousLoader();
  if (loader?.supportsSyncHooks() !== true) return false;
  loader.register({ include: [...LIBRARIES] });
  return true;
}

/** Older versions of the loader, and of Node, do not have it. */
function loadSynchronousLoader(): SynchronousLoader | undefined {
  try {
    const machinery = createRequire(load.resolve(MACHINERY));
    const file = join(dirname(machinery.resolve(LOADER)), 'register-hooks.mjs');
    return machinery(file) as SynchronousLoader;
  } catch {
    return undefined;
  }
}
