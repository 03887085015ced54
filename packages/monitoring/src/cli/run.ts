import { renderFiles } from '../files/render-files';
import { writeFiles } from '../files/write-files';
import { listThresholds } from './list-thresholds';
import { readArguments, USAGE } from './read-arguments';

/** Where the command writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Does what the command line asks for. Nothing is written unless everything can be rendered. Gives the exit code. */
export function run(given: readonly string[], { out, error }: Output): 0 | 1 | 2 {
  try {
    const request = readArguments(given);
    if (request.command === 'help') out(USAGE);
    else if (request.command === 'thresholds') out(listThresholds());
    else {
      const files = renderFiles(request.options);
      writeFiles(request.out, files);
      out(files.map(({ path }) => `${request.out}/${path}\n`).join(''));
    }
    return 0;
  } catch (problem) {
    const { code, message } = problem as { readonly code?: unknown; readonly message: string };
    error(`authmeter-monitoring: ${message}\n`);
    return isMistakeOfCaller(String(code)) ? 2 : 1;
  }
}

function isMistakeOfCaller(code: string): boolean {
  return code === 'ERR_AUTHMETER_OPTION' || code.startsWith('ERR_PARSE_ARGS');
}
