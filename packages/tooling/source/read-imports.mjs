import ts from 'typescript';

/**
 * Everything that a source text imports or re-exports, types included, in order.
 * @param {string} text TypeScript
 * @returns {{ specifier: string, line: number }[]} lines count from 1
 */
export function readImports(text) {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split('\n').length,
  }));
}
